import { setTimeout as sleep } from 'node:timers/promises'

/** Asks four times a second until the answer is yes; gives up after 90 seconds. */
export async function waitUntil(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 90_000
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`${what}: not within 90 s`)
    await sleep(250)
  }
}
