/**
 * Time of this process, for durations and technical deadlines only. Legal time is database time: `tx.now`.
 */
export function processNow(): Date {
  return new Date()
}

/** Milliseconds of a clock that never goes back, for measuring durations. */
export function monotonicMs(): number {
  return performance.now()
}

/** Resolves after `ms` milliseconds. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
