import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeOwner, arrangeSlots, listSlotIds } from '../../../test/arrange-appointment.ts'
import { type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { bookAppointment } from './book-appointment.ts'
import { callNext } from './call-next.ts'
import { openScreen, showScreen } from './call-screen.ts'
import { finishTicket, markAbsent, recallTicket, requeueTicket, skipTicket, transferTicket } from './change-ticket.ts'
import { getQueue } from './get-queue.ts'
import { getTicket } from './get-ticket.ts'
import { getAgent, recordAgent } from './record-agent.ts'
import { takeNumber } from './take-number.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

let world: World
let desk: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  desk = await world.officer({ roles: ['confirm'], pointId: world.points.home })
  await world.rows('update points set desk_count = 4 where id = $1', [world.points.home])
})
afterAll(() => world.stop())

type Owner = Awaited<ReturnType<typeof arrangeOwner>>
const take = ({ item }: Owner, priorityReason: 'pregnant' | null = null, actor = desk) =>
  takeNumber(world.as(actor), { text: item.registrationNumber, priorityReason })
const call = (at = 1) => callNext(world.as(desk), { desk: at })
const empty = async () => {
  while ((await call()).ticket !== null);
}

describe('taking a number (CNF-1)', () => {
  test('fifty at the same moment get 1 to 50 without a gap and none twice', { timeout: 60_000 }, async () => {
    const owners: Owner[] = []
    for (let index = 0; index < 50; index += 1) owners.push(await arrangeOwner(world))
    const taken = await Promise.all(owners.map((owner) => take(owner)))
    expect(taken.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    )
    await empty()
  })

  test('the database takes no number without the one before it', async () => {
    const jump = world.rows(
      `insert into queue_tickets (id, point_id, agency_code, day, number, application_id, kind, queued_at, taken_at, taken_by)
       select gen_random_uuid(), point_id, agency_code, day, 900, application_id, 'walk-in', taken_at, taken_at, taken_by
       from queue_tickets limit 1`,
    )
    await expect(jump).rejects.toThrow('queue_tickets__previous')
  })

  test('a number that fails half-way leaves no gap', async () => {
    const first = await arrangeOwner(world)
    const { number } = await take(first)
    expect(await codesOf(take(first))).toEqual(['appointment.ticket-taken'])
    expect((await take(await arrangeOwner(world))).number).toBe(number + 1)
    await empty()
  })

  test('takes the document number too, in the body alone, and finds nobody of another point (S-049)', async () => {
    const { item } = await arrangeOwner(world)
    expect(await takeNumber(world.as(desk), { text: item.documentNumber, priorityReason: null })).toMatchObject({
      kind: 'walk-in',
    })
    const elsewhere = await arrangeOwner(world, world.points.other)
    expect(await codesOf(take(elsewhere))).toEqual(['appointment.case-not-found'])
    await empty()
  })

  test('whoever stands in the line books no other time, until the number is over (S-082)', async () => {
    const owner = await arrangeOwner(world)
    await arrangeSlots(world, world.points.home)
    const [slotId = ''] = await listSlotIds(world, world.points.home)
    const book = () =>
      codesOf(bookAppointment(world.as(owner.actor, 'appointment.book'), { applicationId: owner.item.id, slotId }))
    const { ticketId } = await take(owner)
    expect(await book()).toEqual(['appointment.in-line'])
    await markAbsent(world.as(desk), { ticketId })
    expect(await book()).toEqual([])
  })

  test('whoever booked today is marked as arrived and goes by the slot', async () => {
    await arrangeSlots(world, world.points.home)
    const owner = await arrangeOwner(world)
    const [slotId = ''] = await listSlotIds(world, world.points.home)
    await bookAppointment(world.as(owner.actor), { applicationId: owner.item.id, slotId })
    const [slot] = await world.rows('select starts_at, ends_at from appointment_slots where id = $1', [slotId])
    const startsAt = slot?.['starts_at']
    if (!(startsAt instanceof Date)) throw new Error('no slot')
    await world.moveClock(startsAt.toISOString())
    expect(await take(owner)).toMatchObject({ kind: 'booked' })
    const [booking] = await world.rows('select state from appointments where application_id = $1', [owner.item.id])
    expect(booking).toEqual({ state: 'arrived' })
    await empty()
  })
})

describe('calling', () => {
  test('priority first, then as they came; two desks never get the same number', async () => {
    const first = await take(await arrangeOwner(world))
    const second = await take(await arrangeOwner(world))
    const third = await take(await arrangeOwner(world), 'pregnant')
    expect(third.before).toBe(0)
    expect((await call(1)).ticket?.number).toBe(third.number)
    const both = await Promise.all([call(2), call(3)])
    expect(new Set(both.map(({ ticket }) => ticket?.number))).toEqual(new Set([first.number, second.number]))
    expect((await call(1)).ticket).toBeNull()
    await Promise.all([call(2), call(3)])
  })

  test('twenty desks’ worth of calls at once call each number once', async () => {
    for (let index = 0; index < 20; index += 1) await take(await arrangeOwner(world))
    const called = await Promise.all(Array.from({ length: 20 }, (_, index) => call((index % 4) + 1)))
    const numbers = called.flatMap(({ ticket }) => ticket?.number ?? [])
    expect(new Set(numbers).size).toBe(20)
    await Promise.all([call(1), call(2), call(3), call(4)])
  })

  test('过号, 重新排队, 重呼, 转台, 未到 and 办结 as the state allows', async () => {
    const one = await take(await arrangeOwner(world))
    const two = await take(await arrangeOwner(world))
    await call(1)
    const at = (ticketId: string) => ({ ticketId })
    await recallTicket(world.as(desk), at(one.ticketId))
    await skipTicket(world.as(desk), at(one.ticketId))
    expect(await codesOf(recallTicket(world.as(desk), at(one.ticketId)))).toEqual(['appointment.ticket-changed'])
    await requeueTicket(world.as(desk), at(one.ticketId))
    expect((await call(1)).ticket?.ticketId).toBe(two.ticketId)
    expect((await call(2)).ticket?.ticketId).toBe(one.ticketId)
    expect(await codesOf(transferTicket(world.as(desk), { ticketId: one.ticketId, desk: 1 }))).toEqual([
      'appointment.desk-busy',
    ])
    await transferTicket(world.as(desk), { ticketId: one.ticketId, desk: 3 })
    expect(await codesOf(call(9))).toEqual(['appointment.desk-unknown'])
    await finishTicket(world.as(desk), at(one.ticketId))
    await markAbsent(world.as(desk), at(two.ticketId))
    expect(await codesOf(finishTicket(world.as(desk), at(one.ticketId)))).toEqual(['request.not-found'])
    const { called, waiting, skipped } = await getQueue(world.as(desk))
    expect([called, waiting, skipped]).toEqual([[], [], []])
  })

  test('a confirm user sees and calls the own point alone (case 13, S-049)', async () => {
    const { ticketId } = await take(await arrangeOwner(world))
    const other = await world.officer({ roles: ['confirm'], pointId: world.points.other })
    expect((await getQueue(world.as(other))).waiting).toEqual([])
    expect(await codesOf(skipTicket(world.as(other), { ticketId }))).toEqual(['request.not-found'])
    expect(await callNext(world.as(other), { desk: 1 })).toEqual({ ticket: null })
    await empty()
  })
})

describe('what others see', () => {
  test('the screen shows numbers, desks and masked names, without a session and until the end of the day', async () => {
    const owner = await arrangeOwner(world)
    const { number } = await take(owner)
    await call(2)
    const { token } = await openScreen(world.as(desk))
    const nobody = world.as({ ...desk, roles: [] })
    const screen = await showScreen(nobody, { token })
    expect(screen.called).toMatchObject([{ number, desk: 2, calls: 1 }])
    expect(JSON.stringify(screen)).not.toContain(owner.item.name)
    expect(JSON.stringify(screen)).not.toContain(owner.item.registrationNumber)
    expect(await codesOf(showScreen(nobody, { token: `${token}x` }))).toEqual(['appointment.screen-over'])
    const [row] = await world.rows('select app_now() as now')
    await world.rows('update call_screens set ends_at = app_now()')
    expect(row).toBeDefined()
    expect(await codesOf(showScreen(nobody, { token }))).toEqual(['appointment.screen-over'])
    await call(2)
  })

  test('the applicant learns how many are before, and nobody else’s number', async () => {
    const owners = [await arrangeOwner(world), await arrangeOwner(world), await arrangeOwner(world)]
    for (const owner of owners) await take(owner)
    const [, , third] = owners
    if (third === undefined) throw new Error('three were arranged')
    const own = await getTicket(world.as(third.actor), { applicationId: third.item.id })
    expect(own.ticket).toMatchObject({ state: 'waiting', before: 2 })
    const foreign = getTicket(world.as(third.actor), { applicationId: owners[0]?.item.id ?? '' })
    expect(await codesOf(foreign)).toEqual(['request.not-found'])
    await empty()
  })
})

describe('代理 (行政许可法 art. 29)', () => {
  const letter = { name: '演示代理', documentType: 'resident-id' as const, letterSeen: true }

  test('is recorded with the letter seen, the number sealed and shown masked', async () => {
    const { item } = await arrangeOwner(world)
    const { documentNumber } = (await arrangeOwner(world)).item
    await recordAgent(world.as(desk), { applicationId: item.id, documentNumber, ...letter })
    const { agent } = await getAgent(world.as(desk), { applicationId: item.id })
    expect(agent).toMatchObject({ name: '演示代理' })
    expect(agent?.maskedDocumentNumber).toMatch(/\*{8}/)
    const [row] = await world.rows('select number_sealed from case_agents where application_id = $1', [item.id])
    expect(String(row?.['number_sealed'])).not.toContain(documentNumber)
  })

  test('not without the letter, and not with a number that cannot be; both at once', async () => {
    const { item } = await arrangeOwner(world)
    const input = { applicationId: item.id, ...letter, documentNumber: '123', letterSeen: false }
    expect(await codesOf(recordAgent(world.as(desk), input))).toEqual([
      'appointment.agent-number-wrong',
      'appointment.letter-needed',
    ])
  })
})
