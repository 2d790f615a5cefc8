import { availableParallelism, cpus, totalmem } from 'node:os'
import type { Comparison, Outcome } from './compare.ts'

/** Everything one run found out. */
export interface Report {
  readonly at: string
  readonly machine: string
  readonly rounds: number
  readonly durationMs: number
  /** Statements per request, between `begin` and `commit` and those two included. */
  readonly statements: Readonly<Record<string, number>>
  readonly comparisons: readonly Comparison[]
}

export function describeMachine(): string {
  const [processor] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${availableParallelism()} × ${processor?.model ?? 'unknown'}, ${memory} GiB, Linux, Node ${process.versions.node}`
}

const round = (value: number, digits = 0) => value.toFixed(digits)

function row({ name, perSecond, p50Ms, p99Ms, processorMs }: Outcome, ratio: number | undefined): string {
  const spent = Object.entries(processorMs).map(([process, ms]) => `${process} ${round(ms, 2)}`)
  const cells = [name, round(perSecond), round(p50Ms, 1), round(p99Ms, 1), spent.join(', ')]
  return `| ${[...cells, ratio === undefined ? '' : round(ratio, 2)].join(' | ')} |`
}

function table({ title, concurrency, outcomes, ratios }: Comparison): string {
  return [
    `### ${title}, ${concurrency} at a time`,
    '',
    '| what | per second | p50 ms | p99 ms | processor ms each | ours ÷ this |',
    '| --- | --- | --- | --- | --- | --- |',
    ...outcomes.map((outcome, place) => row(outcome, place === 0 ? undefined : ratios[place - 1])),
  ].join('\n')
}

/** The report as Markdown, for the terminal and for docs/bench.md. */
export function renderReport(report: Report): string {
  const { at, machine, rounds, durationMs, statements, comparisons } = report
  const counts = Object.entries(statements).map(([name, count]) => `${name} ${count}`)
  return [
    `Measured ${at.slice(0, 10)} on ${machine}; ${rounds} interleaved rounds of ${durationMs / 1000} s, medians.`,
    `Statements per request, \`begin\` and \`commit\` included: ${counts.join(', ')}.`,
    ...comparisons.map(table),
  ].join('\n\n')
}
