import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GrowthFigure } from './growth.ts'

const DOCUMENT = join(import.meta.dirname, '..', '..', 'docs', 'bench.md')
const [BEGIN, END] = ['<!-- growth: written by the tool -->', '<!-- end of growth -->']

export interface GrowthReport {
  readonly at: string
  readonly machine: string
  readonly figures: readonly (Omit<GrowthFigure, 'plans'> & {
    readonly plans: readonly Omit<GrowthFigure['plans'][number], 'plan'>[]
  })[]
}

const round = (value: number, digits = 0) => value.toFixed(digits)
const countOf = (cases: number) => (cases >= 1_000_000 ? `${cases / 1_000_000} M` : `${cases / 1000} k`)
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const head = (cells: readonly string[]) => [row(cells), row(cells.map(() => '---'))]

interface Line {
  readonly name: string
  readonly bySize: readonly GrowthReport['figures'][number][]
}

function group({ figures }: GrowthReport): Line[] {
  const names = [...new Set(figures.map(({ name }) => name))]
  return names.map((name) => ({ name, bySize: figures.filter((one) => one.name === name) }))
}

/** A figure of every size in one cell. */
function along(bySize: Line['bySize'], of: (figure: Line['bySize'][number]) => number, digits: number): string {
  return bySize.map((figure) => round(of(figure), digits)).join(' → ')
}

/** Processor time of the face and of PostgreSQL for one request: it does not wait for neighbours. */
function processorOf({ comparison }: Line['bySize'][number]): number {
  const { face = 0, postgres = 0 } = comparison.outcomes[0]?.processorMs ?? {}
  return face + postgres
}

function figureRow({ name, bySize }: Line): string {
  const own = bySize.map(({ comparison }) => comparison.outcomes[0])
  const latencies = own.map((one) =>
    [one?.p50Ms, one?.p95Ms, one?.p99Ms].map((value) => round(value ?? Number.NaN, 0)).join(' / '),
  )
  return row([
    name,
    ...latencies,
    round((own.at(-1)?.p95Ms ?? Number.NaN) / (own[0]?.p95Ms ?? Number.NaN), 1),
    along(bySize, processorOf, 0),
    along(bySize, ({ plans }) => plans.reduce((sum, { buffers }) => sum + buffers, 0), 0),
    round(bySize.at(-1)?.comparison.ratios[0] ?? Number.NaN, 2),
  ])
}

/** The statement that costs the most at the largest size; the others stand in the files. */
function planRow({ name, bySize }: Line): string {
  const heaviest = (place: number) =>
    bySize.at(place)?.plans.toSorted((a, b) => b.buffers - a.buffers || b.executionMs - a.executionMs)[0]
  const last = heaviest(-1)
  if (last === undefined) return row([name])
  const same = bySize.map(({ plans }) => plans.find(({ text }) => text === last.text))
  const flags = [...new Set(bySize.flatMap(({ plans }) => plans.flatMap((plan) => plan.flags)))]
  return row([
    name,
    String(bySize.at(-1)?.plans.length ?? 0),
    last.nodes
      .filter((node) => /Scan \w|Sort/.test(node))
      .slice(0, 5)
      .join(', '),
    same.map((plan) => (plan === undefined ? '–' : String(plan.rowsRead))).join(' → '),
    String(last.rowsReturned),
    same.map((plan) => (plan === undefined ? '–' : String(plan.buffers))).join(' → '),
    round(last.executionMs, 1),
    flags.join('; '),
  ])
}

/** Figures and plans as Markdown, for the terminal and for docs/bench.md. */
export function renderGrowth(report: GrowthReport): string {
  const lines = group(report)
  const sizes = [...new Set(report.figures.map(({ cases }) => cases))]
  const [smallest, largest] = [countOf(sizes[0] ?? 0), countOf(sizes.at(-1) ?? 0)]
  return [
    `Measured ${report.at.slice(0, 10)} on ${report.machine}; 4 at a time, medians of interleaved rounds; p50 / p95 / p99 in ms, processor of face and PostgreSQL for each request.`,
    '',
    ...head([
      'read',
      ...sizes.map(countOf),
      `p95 ${largest} ÷ ${smallest}`,
      'processor ms',
      'pages touched',
      '÷ same statements',
    ]),
    ...lines.map(figureRow),
    '',
    `Plans, from ${smallest} to ${largest} cases; of each request the statement that touches the most pages.`,
    '',
    ...head(['read', 'statements', 'plan', 'rows read', 'given', 'pages', 'ms', 'flagged in any statement']),
    ...lines.map(planRow),
  ].join('\n')
}

/** Puts the text between its marks in docs/bench.md. */
export function writeGrowth(text: string): void {
  const document = readFileSync(DOCUMENT, 'utf8')
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (from < 0 || to < from) throw new Error('docs/bench.md has no place for the growth')
  writeFileSync(DOCUMENT, `${document.slice(0, from + BEGIN.length)}\n\n${text}\n\n${document.slice(to)}`)
}
