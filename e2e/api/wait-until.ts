import { setTimeout as sleep } from 'node:timers/promises'

/** Asks until there is an answer, for at most 90 seconds: a job of a killed worker is taken over after 60. */
export async function waitUntil<Answer>(what: string, ask: () => Promise<Answer | undefined>): Promise<Answer> {
  const deadline = performance.now() + 90_000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (performance.now() > deadline) throw new Error(`${what} did not come within 90 seconds`)
    await sleep(100)
  }
}
