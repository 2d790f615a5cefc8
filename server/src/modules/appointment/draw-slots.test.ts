import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeOwner, arrangeSlots } from '../../../test/arrange-appointment.ts'
import { type World, startWorld } from '../../../test/world.ts'
import { bookAppointment } from './book-appointment.ts'
import { drawDay } from './draw-slots.ts'
import { getDraw } from './get-draw.ts'
import { getOffer } from './get-offer.ts'
import { requestDraw, withdrawDrawRequest } from './request-draw.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await arrangeSlots(world, world.points.home, { release: 'draw', perDesk: 1 })
})
afterAll(() => world.stop())

type Owner = Awaited<ReturnType<typeof arrangeOwner>>
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function runDraw(drawId: string) {
  const job = { id: 1, name: 'appointment.draw', payload: { drawId }, fence: 1, attempts: 1 }
  return drawDay(world.services.worker, { job, holdLease: async () => {} })
}

describe('S-082: the slots of a day are drawn, not raced for', () => {
  test('hash before, seed after, order as anybody computes it, the rest first come, first served', async () => {
    const owners: Owner[] = []
    for (let index = 0; index < 12; index += 1) owners.push(await arrangeOwner(world))
    const [first] = owners
    if (first === undefined) throw new Error('twelve were arranged')
    const offer = await getOffer(world.as(first.actor), { applicationId: first.item.id })
    const day = offer.days.find(({ draw }) => draw?.isOpen === true)
    const drawId = day?.draw?.drawId ?? ''
    const slotId = day?.slots[0]?.slotId ?? ''
    const before = await getDraw(world.as(first.actor), { drawId })
    expect(before).toMatchObject({ seed: null, entries: [] })
    expect(await codesOf(bookAppointment(world.as(first.actor), { applicationId: first.item.id, slotId }))).toEqual([
      'appointment.slot-not-released',
    ])
    const ask = ({ item, actor }: Owner) =>
      requestDraw(world.as(actor), { applicationId: item.id, drawId, slotIds: [slotId] })
    for (const owner of owners) await ask(owner)
    expect(await codesOf(ask(first))).toEqual(['appointment.already-asked'])
    await withdrawDrawRequest(world.as(first.actor), { applicationId: first.item.id })
    await ask(first)
    await runDraw(drawId)
    expect((await getDraw(world.as(first.actor), { drawId })).seed).toBeNull()
    await world.moveClock(before.requestsUntil)
    expect(await codesOf(ask(first))).toEqual(['appointment.draw-over'])
    await runDraw(drawId)
    const after = await getDraw(world.as(first.actor), { drawId })
    expect(sha256(after.seed ?? '')).toBe(before.seedHash)
    const again = after.entries.toSorted((a, b) =>
      sha256(`${after.seed}:${a.requestId}`) < sha256(`${after.seed}:${b.requestId}`) ? -1 : 1,
    )
    expect(after.entries).toEqual(again)
    expect(after.entries).toHaveLength(12)
    const [slot] = await world.rows('select capacity, booked from appointment_slots where id = $1', [slotId])
    expect(slot?.['booked']).toBe(slot?.['capacity'])
    expect(after.entries.filter(({ isWon }) => isWon)).toHaveLength(Number(slot?.['capacity']))
    expect(after.entries.slice(0, Number(slot?.['capacity'])).every(({ isWon }) => isWon)).toBe(true)
    await runDraw(drawId)
    expect((await getDraw(world.as(first.actor), { drawId })).drawnAt).toBe(after.drawnAt)
    const late = await arrangeOwner(world)
    const rest = day?.slots[1]?.slotId ?? ''
    expect(await codesOf(bookAppointment(world.as(late.actor), { applicationId: late.item.id, slotId: rest }))).toEqual(
      [],
    )
  })

  test('no face reads the sealed seed', async () => {
    for (const face of ['office', 'public'] as const) {
      const { db } = world.services[face]
      const read = db.transaction({ agencyCode: '33075' }, (tx) =>
        tx.run({ text: 'select seed_sealed from appointment_draws', values: [] }),
      )
      await expect(read).rejects.toThrow('permission denied')
    }
  })
})
