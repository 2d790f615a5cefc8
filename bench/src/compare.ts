import { type Measured, applyLoad, median } from './load.ts'
import { processorSeconds } from './processor-time.ts'

/** One thing that is measured: the product, or the limit it is held against. */
export interface Contender {
  readonly name: string
  readonly work: () => Promise<unknown>
  /** Processes whose processor time is told, by name. */
  readonly processes: Readonly<Record<string, number>>
}

export interface Outcome extends Measured {
  readonly name: string
  /** Processor milliseconds per piece of work, by process. */
  readonly processorMs: Readonly<Record<string, number>>
}

export interface Comparison {
  readonly title: string
  readonly concurrency: number
  readonly outcomes: readonly Outcome[]
  /** Median over the pairs of: first contender's throughput over the other's. */
  readonly ratios: readonly number[]
}

export interface CompareWish {
  readonly title: string
  readonly concurrency: number
  readonly rounds: number
  readonly durationMs: number
  /** The product first, then its limits. */
  readonly contenders: readonly Contender[]
}

async function measure(contender: Contender, concurrency: number, durationMs: number): Promise<Outcome> {
  const read = () => Object.entries(contender.processes).map(([name, pid]) => [name, processorSeconds(pid)] as const)
  const before = new Map(read())
  const measured = await applyLoad({ concurrency, durationMs, work: contender.work })
  const spent = read().map(([name, seconds]) => {
    return [name, ((seconds - (before.get(name) ?? 0)) * 1000) / Math.max(1, measured.done)] as const
  })
  return { name: contender.name, ...measured, processorMs: Object.fromEntries(spent) }
}

function middle(name: string, runs: readonly Outcome[]): Outcome {
  const of = (pick: (run: Outcome) => number) => median(runs.map(pick))
  const processes = Object.keys(runs[0]?.processorMs ?? {})
  return {
    name,
    perSecond: of((run) => run.perSecond),
    p50Ms: of((run) => run.p50Ms),
    p95Ms: of((run) => run.p95Ms),
    p99Ms: of((run) => run.p99Ms),
    done: runs.reduce((sum, run) => sum + run.done, 0),
    processorMs: Object.fromEntries(processes.map((key) => [key, of((run) => run.processorMs[key] ?? 0)])),
  }
}

/** Interleaved: every round measures each contender once, in turn, after one short round that does not count. */
export async function compare(wish: CompareWish): Promise<Comparison> {
  const { title, concurrency, rounds, durationMs, contenders } = wish
  const runs = contenders.map((): Outcome[] => [])
  for (let round = -1; round < rounds; round += 1) {
    for (const [place, contender] of contenders.entries()) {
      const outcome = await measure(contender, concurrency, round < 0 ? durationMs / 4 : durationMs)
      if (round >= 0) runs[place]?.push(outcome)
    }
  }
  const own = runs[0] ?? []
  const ratios = runs.slice(1).map((other) => {
    return median(own.map((run, round) => run.perSecond / (other[round]?.perSecond ?? Number.NaN)))
  })
  return { title, concurrency, ratios, outcomes: contenders.map(({ name }, place) => middle(name, runs[place] ?? [])) }
}
