import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestReceipt } from '../../src/modules/confirmation/request-receipt.ts'
import { isOutage } from '../../src/platform/database-error.ts'
import { monotonicMs, sleep } from '../../src/platform/clock.ts'
import { arrangeCase } from '../arrange-case.ts'
import { type World, startWorld } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

test(
  'R-019: a session that idles on the lock of a case is ended after ten seconds; the next officer goes on',
  { timeout: 40_000 },
  async () => {
    const item = await arrangeCase(world, { step: 'confirmed' })
    const desk = await world.officer({ roles: ['confirm'], pointId: world.points.home })
    const scope = { officerId: desk.userId, agencyCode: desk.agencyCode, pointId: world.points.home }
    const lock = { text: 'select 1 from applications where id = $1 for update', values: [item.id] }
    const started = monotonicMs()
    const idle = world.services.office.db
      .transaction(scope, async (tx) => {
        await tx.run(lock)
        await sleep(14_000)
        await tx.run(lock)
      })
      .then(
        () => undefined,
        (error: unknown) => error,
      )
    await sleep(500)
    expect(await requestReceipt(world.as(desk), { applicationId: item.id })).toHaveProperty('documentId')
    const waited = monotonicMs() - started
    expect(waited).toBeGreaterThan(9_000)
    expect(waited).toBeLessThan(13_500)
    // What the idle one is told: the system is busy, try again; nothing of its work is stored.
    expect(isOutage(await idle)).toBe(true)
  },
)
