/** What came of one stretch of load. */
export interface Measured {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
  readonly done: number
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
}

export interface Load {
  readonly concurrency: number
  readonly durationMs: number
  /** Does one piece of work; throws when it was refused. */
  readonly work: () => Promise<unknown>
}

/** Fixed concurrency: each of `concurrency` lines begins its next piece when its last one has ended. */
export async function applyLoad({ concurrency, durationMs, work }: Load): Promise<Measured> {
  const latencies: number[] = []
  const start = performance.now()
  const end = start + durationMs
  const line = async () => {
    while (performance.now() < end) {
      const from = performance.now()
      await work()
      latencies.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, line))
  const seconds = (performance.now() - start) / 1000
  const sorted = latencies.toSorted((a, b) => a - b)
  return {
    perSecond: latencies.length / seconds,
    p50Ms: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
    p99Ms: quantile(sorted, 0.99),
    done: latencies.length,
  }
}
