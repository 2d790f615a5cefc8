import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeOwner, arrangeSlots, listSlotIds } from '../../../test/arrange-appointment.ts'
import { type World, startWorld } from '../../../test/world.ts'
import { bookAppointment, cancelAppointment, changeAppointment } from './book-appointment.ts'
import { getOffer } from './get-offer.ts'
import { makeSlotsOfPoint } from './make-slots.ts'
import { remindPerson } from './remind-person.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

let world: World
let slots: string[]
beforeAll(async () => {
  world = await startWorld()
  await arrangeSlots(world, world.points.home)
  slots = await listSlotIds(world, world.points.home)
})
afterAll(() => world.stop())

type Owner = Awaited<ReturnType<typeof arrangeOwner>>
const book = ({ item, actor }: Owner, slotId: string | undefined) =>
  bookAppointment(world.as(actor), { applicationId: item.id, slotId: slotId ?? '' })
const change = ({ item, actor }: Owner, slotId: string | undefined) =>
  changeAppointment(world.as(actor), { applicationId: item.id, slotId: slotId ?? '' })
const cancel = ({ item, actor }: Owner) => cancelAppointment(world.as(actor), { applicationId: item.id })

async function bookedOf(slotId: string | undefined) {
  const [row] = await world.rows(
    `select s.booked, s.capacity, (select count(*)::int from appointments b where b.slot_id = s.id
       and b.state in ('booked', 'arrived', 'missed')) as live from appointment_slots s where s.id = $1`,
    [slotId],
  )
  return row
}

describe('网上预约 (CNF-1)', () => {
  test('is booked, told and remembered for the day before; change and cancel give the place back', async () => {
    const owner = await arrangeOwner(world)
    const { appointmentId } = await book(owner, slots.at(-1))
    expect(await bookedOf(slots.at(-1))).toMatchObject({ booked: 1, live: 1 })
    const jobs = await world.rows(
      `select run_at from jobs where name = 'appointment.remind' and payload ->> 'appointmentId' = $1`,
      [appointmentId],
    )
    expect(jobs).toHaveLength(1)
    await change(owner, slots.at(-2))
    expect(await bookedOf(slots.at(-1))).toMatchObject({ booked: 0, live: 0 })
    expect(await bookedOf(slots.at(-2))).toMatchObject({ booked: 1, live: 1 })
    await cancel(owner)
    expect(await bookedOf(slots.at(-2))).toMatchObject({ booked: 0, live: 0 })
    const told = await world.rows(
      `select template from messages where application_id = $1 and channel = 'site' order by created_at, template`,
      [owner.item.id],
    )
    expect(told.map(({ template }) => template)).toEqual(
      expect.arrayContaining(['appointment.booked', 'appointment.changed', 'appointment.cancelled']),
    )
  })

  test('a repeat with the same key books once', async () => {
    const owner = await arrangeOwner(world)
    const ctx = world.as(owner.actor, 'appointment.book', 'one-key')
    const input = { applicationId: owner.item.id, slotId: slots[0] ?? '' }
    expect(await bookAppointment(ctx, input)).toEqual(await bookAppointment(ctx, input))
    await cancel(owner)
  })

  test('one live booking a person, and no transfer: another person sees neither case nor booking (S-082)', async () => {
    const owner = await arrangeOwner(world)
    await book(owner, slots[1])
    expect(await codesOf(book(owner, slots[2]))).toEqual(['appointment.already-booked'])
    const stranger = await arrangeOwner(world)
    expect(await codesOf(cancel({ item: owner.item, actor: stranger.actor }))).toEqual(['request.not-found'])
    expect(await codesOf(change({ item: owner.item, actor: stranger.actor }, slots[3]))).toEqual(['request.not-found'])
    await cancel(owner)
  })

  test('the database itself holds one live booking a person (S-082)', async () => {
    const owner = await arrangeOwner(world)
    await book(owner, slots[1])
    const copy = world.rows(
      `insert into appointments (id, slot_id, point_id, agency_code, application_id, account_id, person_index, made_by, booked_at)
       select gen_random_uuid(), $2, point_id, agency_code, application_id, account_id, person_index, made_by, booked_at
       from appointments where application_id = $1 and state = 'booked'`,
      [owner.item.id, slots[2]],
    )
    await expect(copy).rejects.toThrow('appointments__one_live')
    await cancel(owner)
  })

  test('refuses outside the window, of another point and of a decided case', async () => {
    const owner = await arrangeOwner(world)
    await world.rows(
      `insert into appointment_slots (id, point_id, agency_code, day, starts_at, ends_at, capacity, walk_in, released_at)
       values ('00000000-0000-4000-8000-000000000001', $1, '33075', '2030-01-07', '2030-01-07T01:00Z', '2030-01-07T02:00Z', 5, 0, now() - interval '9 years')`,
      [world.points.home],
    )
    expect(await codesOf(book(owner, '00000000-0000-4000-8000-000000000001'))).toEqual(['appointment.outside-window'])
    await world.rows(`delete from appointment_slots where id = '00000000-0000-4000-8000-000000000001'`)
    const elsewhere = await arrangeOwner(world, world.points.other)
    expect(await codesOf(book(elsewhere, slots[0]))).toEqual(['appointment.not-offered'])
  })

  test('a case that is withdrawn gives its place to others at once', async () => {
    const owner = await arrangeOwner(world)
    await book(owner, slots[4])
    await world.rows('update applications set withdrawn_at = app_now() where id = $1', [owner.item.id])
    expect(await bookedOf(slots[4])).toMatchObject({ booked: 0 })
    expect(await codesOf(book(owner, slots[4]))).toEqual(['appointment.not-awaiting'])
  })

  test('the reminder is sent once, and not for a booking that is gone', async () => {
    const owner = await arrangeOwner(world)
    const { appointmentId } = await book(owner, slots.at(-1))
    const job = { id: 1, name: 'appointment.remind', payload: { appointmentId }, fence: 1, attempts: 1 }
    const remind = () => remindPerson(world.services.worker, { job, holdLease: async () => {} })
    await remind()
    const sms = () =>
      world.rows(
        `select id from messages where application_id = $1 and template = 'appointment.reminder' and channel = 'sms'`,
        [owner.item.id],
      )
    expect(await sms()).toHaveLength(1)
    await cancel(owner)
    await remind()
    expect(await sms()).toHaveLength(1)
  })
})

describe('S-082: slot scalping', () => {
  test('ten rounds of booking and cancelling end in a cool-down that ends by itself', async () => {
    const owner = await arrangeOwner(world)
    const answers: string[][] = []
    for (let round = 0; round < 10; round += 1) {
      const codes = await codesOf(book(owner, slots[5]))
      answers.push(codes)
      if (codes.length === 0) await cancel(owner)
    }
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(3)
    expect(answers.slice(3)).toEqual(Array.from({ length: 7 }, () => ['appointment.cooling-down']))
    const offer = await getOffer(world.as(owner.actor), { applicationId: owner.item.id })
    expect(offer.refusal).toMatch(/以后再预约/)
    await world.moveClock('2026-10-13T10:01:00+08:00')
    expect(await codesOf(book(owner, slots.at(-1)))).toEqual([])
    await world.moveClock('2026-10-12T10:05:00+08:00')
  })
})

describe('I-14: booked never exceeds capacity', () => {
  test('two hundred at the same moment for twenty places: exactly twenty (S-082)', { timeout: 120_000 }, async () => {
    await arrangeSlots(world, world.points.home, { perDesk: 5 })
    const slotId = (await listSlotIds(world, world.points.home)).at(-3)
    expect(await bookedOf(slotId)).toMatchObject({ capacity: 20, booked: 0 })
    const owners: Owner[] = []
    for (let index = 0; index < 200; index += 1) owners.push(await arrangeOwner(world))
    const answers = await Promise.all(owners.map((owner) => codesOf(book(owner, slotId))))
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(20)
    expect(answers.filter((codes) => codes[0] === 'appointment.slot-full')).toHaveLength(180)
    expect(await bookedOf(slotId)).toEqual({ booked: 20, capacity: 20, live: 20 })
  })

  test('the slot itself refuses the one too many', async () => {
    const full = await world.rows(`select id from appointment_slots where booked = capacity`)
    await expect(
      world.rows('update appointment_slots set booked = booked + 1 where id = $1', [full[0]?.['id']]),
    ).rejects.toThrow('appointment_slots__booked')
  })
})

describe('making slots again (PLN-4)', () => {
  test('keeps what is booked, and whoever lost the time chooses before everybody else', async () => {
    const owner = await arrangeOwner(world)
    const ids = await listSlotIds(world, world.points.home)
    await book(owner, ids[7])
    const plan = await world.officer({ roles: ['plan'] })
    const again = await makeSlotsOfPoint(world.as(plan), { pointId: world.points.home })
    expect(again).toMatchObject({ added: 0, closed: 0, moving: 0, kept: ids.length })
    const changed = await arrangeSlots(world, world.points.home, { slotMinutes: 45 })
    expect(changed.moving).toBeGreaterThan(0)
    const offer = await getOffer(world.as(owner.actor), { applicationId: owner.item.id })
    expect(offer.booking).toMatchObject({ mustMove: true })
    const later = await world.rows(
      `select id from appointment_slots where point_id = $1 and released_at > app_now() and closed_at is null order by starts_at`,
      [world.points.home],
    )
    const newSlot = String(later[0]?.['id'])
    const other = await arrangeOwner(world)
    expect(await codesOf(book(other, newSlot))).toEqual(['appointment.slot-not-released'])
    expect(await codesOf(change(owner, newSlot))).toEqual([])
    const messages = await world.rows(
      `select id from messages where application_id = $1 and template = 'appointment.move' and channel = 'sms'`,
      [owner.item.id],
    )
    expect(messages).toHaveLength(1)
  })
})
