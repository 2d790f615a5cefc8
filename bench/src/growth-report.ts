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

const GOAL = { ratio: 1.5, p50Ms: 50, p95Ms: 150, p99Ms: 300 }
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

function figureRow({ name, bySize }: Line): string {
  const own = bySize.map(({ comparison }) => comparison.outcomes[0])
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return row([name])
  const ratio = last.p95Ms / first.p95Ms
  const isWithin = last.p50Ms <= GOAL.p50Ms && last.p95Ms <= GOAL.p95Ms && last.p99Ms <= GOAL.p99Ms
  // Below five milliseconds the load tool and the neighbours make the ratio.
  const isSteady = ratio <= GOAL.ratio || last.p95Ms - first.p95Ms < 5
  const latencies = own.map(
    (one) => `${round(one?.p50Ms ?? 0, 1)} / ${round(one?.p95Ms ?? 0, 1)} / ${round(one?.p99Ms ?? 0, 1)}`,
  )
  const share = bySize.at(-1)?.comparison.ratios[0] ?? Number.NaN
  return row([
    name,
    ...latencies,
    round(ratio, 2),
    round(last.perSecond),
    round(share, 2),
    isWithin && isSteady ? 'met' : 'not met',
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
    last.nodes.filter((node) => /Scan|Sort|Aggregate/.test(node)).join(', '),
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
    `Measured ${report.at.slice(0, 10)} on ${report.machine}; 4 at a time, medians of interleaved rounds; p50 / p95 / p99 in ms.`,
    '',
    ...head(['read', ...sizes.map(countOf), `p95 ${largest} ÷ ${smallest}`, 'per second', '÷ same statements', 'goal']),
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
