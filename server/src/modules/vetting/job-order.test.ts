import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeCase } from '../../../test/arrange-case.ts'
import { type World, startWorld } from '../../../test/world.ts'
import { createAuthorities } from '../../external/authorities.ts'
import type { Authorities } from '../../external/authorities.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { TryLater } from '../../platform/jobs.ts'
import { createVettingJobs } from './jobs.ts'
import { requestVetting } from './request-vetting.ts'

let world: World
let vetter: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  vetter = await world.officer({ roles: ['vet'] })
})
afterAll(() => world.stop())

/** A source that takes every batch and has its answer ready at once. */
function createReadySource(): { external: Authorities; submitted: string[] } {
  const submitted: string[] = []
  const down = createAuthorities({
    baseUrls: 'http://127.0.0.1:9',
    sharedKey: 'k',
    smtpUrl: 'smtp://127.0.0.1:9',
    mailFrom: 'a@example.com',
  })
  const external: Authorities = {
    ...down,
    crime: {
      submit: async ({ requestId }) => {
        submitted.push(requestId)
        return { kind: 'accepted', batchId: `receipt-${requestId}` }
      },
      read: async ({ rows }) => ({ kind: 'done', rows: rows.map(({ rowId }) => ({ rowId, result: 'clear' })) }),
    },
  }
  return { external, submitted }
}

type Message = 'vetting.send' | 'vetting.collect'

function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((first, place) => ordersOf(items.toSpliced(place, 1)).map((rest) => [first, ...rest]))
}

const ORDERS = ordersOf<Message>(['vetting.send', 'vetting.collect', 'vetting.send', 'vetting.collect'])

test('R-034: in all 24 orders of two sendings and two fetchings, each doubled, the answer is recorded once', async () => {
  expect(ORDERS).toHaveLength(24)
  const { external } = createReadySource()
  const handlers = createVettingJobs(world.services.worker, external)
  for (const order of ORDERS) {
    const item = await arrangeCase(world, { step: 'confirmed' })
    const context = world.as(vetter, 'vetting.request')
    const { batches } = await requestVetting(context, { applicationIds: [item.id], kind: 'crime' })
    const payload = { batchId: batches[0]?.batchId ?? '' }
    // A message that comes too early is put back and comes again after the others, as the job runner does it.
    const waiting: Message[] = [...order]
    for (let turn = 0; turn < 12 && waiting.length > 0; turn += 1) {
      const name = waiting.shift() ?? 'vetting.send'
      try {
        const job = { id: turn + 1, name, payload, fence: 1, attempts: 1 }
        await handlers[name]?.({ job, holdLease: async () => {} })
      } catch (error) {
        if (!(error instanceof TryLater)) throw error
        waiting.push(name)
      }
    }
    // Fetching before sending finds nothing to fetch; the sending queues a fetching of its own, which comes last.
    await handlers['vetting.collect']?.({
      job: { id: 99, name: 'vetting.collect', payload, fence: 1, attempts: 1 },
      holdLease: async () => {},
    })
    const [facts] = await world.rows(
      `select a.crime_cleared, b.state, (select count(*) from application_events e where e.application_id = a.id
         and e.kind = 'vetting-recorded') as events, (select count(*) from vetting_requests r where r.application_id = a.id) as requests
       from applications a, vetting_batches b where a.id = $1 and b.id = $2`,
      [item.id, payload.batchId],
    )
    expect([order.join(), facts]).toEqual([
      order.join(),
      { crime_cleared: true, state: 'answered', events: 1, requests: 1 },
    ])
  }
})
