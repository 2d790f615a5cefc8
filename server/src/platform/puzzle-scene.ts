interface SceneSize {
  width: number
  height: number
}

interface Palette {
  sky: string
  sun: string
  terraces: readonly string[]
  branch: string
  blossom: string
}

/** The product's blues with apricot, as flat calm colours. */
const PALETTES: readonly Palette[] = [
  {
    sky: '#e8f0fc',
    sun: '#f6c79a',
    terraces: ['#bcd2f2', '#8fb3e6', '#5d8dd3', '#2f68ba', '#17468d'],
    branch: '#3b4a66',
    blossom: '#f3b98a',
  },
  {
    sky: '#fdf1e6',
    sun: '#e9a46c',
    terraces: ['#d5e1f3', '#a9c3e8', '#7fa3d8', '#4b7bc4', '#1f4f9c'],
    branch: '#6b4a34',
    blossom: '#d9824a',
  },
  {
    sky: '#dfe9f6',
    sun: '#fbe3cc',
    terraces: ['#f3d3b4', '#c9d5e8', '#93add3', '#5f82b8', '#33558d'],
    branch: '#2c3d5c',
    blossom: '#eda56d',
  },
]

const between = (random: () => number, min: number, max: number) => min + random() * (max - min)
const round = (value: number) => value.toFixed(1)

/** One terrace: a band whose upper edge rises and falls in wide steps joined by soft curves. */
function makeTerrace(random: () => number, { width, height }: SceneSize, top: number): string {
  const steps = 3 + Math.floor(random() * 3)
  let path = `M-20 ${round(top)}`
  let level = top
  for (let step = 1; step <= steps; step += 1) {
    const x = -20 + ((width + 40) * step) / steps + (step < steps ? between(random, -18, 18) : 0)
    const next = top + between(random, -16, 16)
    path += ` H${round(x - 34)} C${round(x - 14)} ${round(level)} ${round(x - 20)} ${round(next)} ${round(x)} ${round(next)}`
    level = next
  }
  return `${path} V${height + 10} H-20 Z`
}

function makeBlossom(random: () => number, x: number, y: number, colour: string): string {
  const radius = between(random, 3.2, 5.4)
  const turn = between(random, 0, 72)
  const petals = [0, 1, 2, 3, 4].map((petal) => {
    const angle = ((turn + petal * 72) * Math.PI) / 180
    const [px, py] = [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius]
    return `<circle cx="${round(px)}" cy="${round(py)}" r="${round(radius * 0.78)}" fill="${colour}"/>`
  })
  return `${petals.join('')}<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius * 0.5)}" fill="#fff7ee"/>`
}

/** An apricot branch that grows in from one side, with blossoms along it. */
function makeBranch(random: () => number, { width }: SceneSize, palette: Palette): string {
  const fromLeft = random() < 0.5
  const mirror = (x: number) => round(fromLeft ? x : width - x)
  const start = between(random, 8, 46)
  const reach = between(random, 110, 190)
  const dip = between(random, 14, 44)
  const stem = `M${mirror(-6)} ${round(start)} Q${mirror(reach * 0.5)} ${round(start + dip)} ${mirror(reach)} ${round(start + dip * 0.4)}`
  const parts = [`<path d="${stem}" stroke-width="4"/>`]
  const blossoms: string[] = []
  for (let share = 0.22; share < 1; share += between(random, 0.13, 0.22)) {
    const x = reach * share
    const y = start + dip * (2 * share * (1 - share) + 0.4 * share * share)
    const lift = between(random, -26, 20)
    const tip = x + between(random, 6, 18)
    parts.push(`<path d="M${mirror(x)} ${round(y)} L${mirror(tip)} ${round(y + lift)}" stroke-width="2"/>`)
    blossoms.push(makeBlossom(random, Number(mirror(tip)), y + lift, palette.blossom))
  }
  return `<g fill="none" stroke="${palette.branch}" stroke-linecap="round">${parts.join('')}</g>${blossoms.join('')}`
}

/** A calm landscape of terraces and an apricot branch as SVG elements; every call looks different. */
export function makeScene(random: () => number, size: SceneSize): string {
  const palette = PALETTES[Math.floor(random() * PALETTES.length)] ?? PALETTES[0]
  if (palette === undefined) return ''
  const first = size.height * between(random, 0.34, 0.46)
  const gap = (size.height - first) / palette.terraces.length
  const terraces = palette.terraces.map(
    (colour, index) => `<path d="${makeTerrace(random, size, first + gap * index)}" fill="${colour}"/>`,
  )
  const sun = `<circle cx="${round(between(random, 40, size.width - 40))}" cy="${round(between(random, 24, 60))}" r="${round(between(random, 15, 24))}" fill="${palette.sun}"/>`
  return `<rect width="100%" height="100%" fill="${palette.sky}"/>${sun}${terraces.join('')}${makeBranch(random, size, palette)}`
}
