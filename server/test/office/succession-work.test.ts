import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookAppointment } from '../../src/modules/appointment/book-appointment.ts'
import { takeNumber } from '../../src/modules/appointment/take-number.ts'
import { listItems } from '../../src/modules/custody/list-items.ts'
import { getHandover } from '../../src/modules/handover/get-handover.ts'
import { openHandover } from '../../src/modules/handover/open-handover.ts'
import { listOnlineCases } from '../../src/modules/material/list-online-cases.ts'
import { moveWork } from '../../src/modules/succession/sql-carry-out.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { arrangeCase } from '../arrange-case.ts'
import { arrangeOwner, arrangeSlots, listSlotIds } from '../arrange-appointment.ts'
import { handIn, upload } from '../online.ts'
import { mergeHome } from '../merge-agencies.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'
import { codesOf } from '../refusal-codes.ts'

/** Tables whose rows of work that waits name an agency; none of them may name the old one afterwards. */
const WAITING: Readonly<Record<string, string>> = {
  appointment_slots: 'true',
  appointment_rules: 'true',
  appointments: 'true',
  online_cases: 'is_open',
  medical_unmatched: `state = 'open'`,
  vetting_batches: `state in ('waiting', 'sent')`,
  custody_items: 'retired_on is null',
  handovers: 'closed_at is null and cancelled_at is null',
  messages: `direction = 'in'`,
  plans: `draft = '{"mark": "moves"}'`,
  staff_delegations: 'ended_at is null',
}

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

async function layWaiting(users: OfficerActor, receiver: OfficerActor): Promise<string> {
  const importId = randomUUID()
  await world.rows(
    `insert into medical_imports (id, agency_code, file_hash, row_count, matched_count, imported_by, imported_at)
     values ($1, $2, 'h', 1, 0, $3, app_now())`,
    [importId, HOME, users.userId],
  )
  await world.rows(
    `insert into medical_unmatched (id, import_id, agency_code, row_number, key_sealed, name_sealed, conclusion, examined_on, hospital,
       form_version, problem) values (gen_random_uuid(), $1, $2, 1, '\\x00', '\\x00', 'qualified', '2026-10-01', '演示医院', '1', 'not-found')`,
    [importId, HOME],
  )
  await world.rows(
    `insert into custody_items (id, agency_code, kind, serial, label, registered_by, registered_at)
     values (gen_random_uuid(), $1, 'computer', 'PC-1', '认定专用机', $2, app_now())`,
    [HOME, users.userId],
  )
  await world.rows(
    `with coming as (
       insert into rounds (id, name, opens_at, closes_at) values (gen_random_uuid(), '演示批次', '2026-12-01', '2026-12-20') returning id)
     insert into plans (id, round_id, agency_code, draft, updated_at)
     select gen_random_uuid(), id, $1, '{"mark": "moves"}', app_now() from coming`,
    [HOME],
  )
  const { handoverId } = await openHandover(world.as(users, 'handover.open'), {
    giverUserId: users.userId,
    receiverUserId: receiver.userId,
    cause: 'leaving',
    dueOn: '2026-10-30',
    remarks: '',
  })
  return handoverId
}

test('two counties merge: bookings, materials handed in, medical rows, plans, devices and open lists go over, what is over stays (ADM-2, domain §23 case 12)', async () => {
  const users = await world.officer({ roles: ['users'] })
  const receiver = await world.officer({ roles: ['review'] })
  await arrangeSlots(world, world.points.home)
  const [slotId] = await listSlotIds(world, world.points.home)
  const { item, actor } = await arrangeOwner(world)
  const input = { applicationId: item.id, slotId: slotId ?? '' }
  expect(await codesOf(bookAppointment(world.as(actor, 'appointment.book'), input))).toEqual([])
  const online = await arrangeCase(world, { step: 'submitted' })
  await upload(world, online)
  await handIn(world, online)
  const done = await arrangeCase(world, { step: 'recognised' })
  const handoverId = await layWaiting(users, receiver)

  await mergeHome(world)

  for (const [table, waits] of Object.entries(WAITING)) {
    expect(await world.rows(`select 1 from ${table} where agency_code = $1 and ${waits}`, [HOME]), table).toEqual([])
  }
  expect(await world.rows('select agency_code from applications where id = $1', [done.id])).toEqual([
    { agency_code: HOME },
  ])
  const moved = await world.rows(`select agency_code from plans where draft = '{"mark": "moves"}'`)
  expect(moved).toEqual([{ agency_code: FOREIGN }])
  const clerk = await world.officer({ roles: ['confirm'], agencyCode: FOREIGN, pointId: world.points.home })
  const { rows } = await listOnlineCases(world.as(clerk), { state: 'handed-in' })
  expect(rows.map(({ applicationId }) => applicationId)).toEqual([online.id])
  const heir = await world.officer({ roles: ['users'], agencyCode: FOREIGN })
  expect((await getHandover(world.as(heir), { handoverId })).state).toBe('open')
  expect((await listItems(world.as(heir), {})).rows.map(({ serial }) => serial)).toEqual(['PC-1'])
  const [slot] = await world.rows('select day from appointment_slots where id = $1', [slotId])
  await world.moveClock(`${String(slot?.['day'])}T08:00:00+08:00`)
  const asked = { text: item.registrationNumber, priorityReason: null }
  const ticket = await takeNumber(world.as(clerk, 'appointment.take-number'), asked)
  expect(ticket.kind).toBe('booked')
})

test('nobody moves work to an agency that is not the successor', async () => {
  const move = world.services.worker.db.transaction({}, async (tx) => {
    await moveWork(tx, { oldCode: FOREIGN, newCode: HOME })
  })
  await expect(move).rejects.toThrow(/not the successor/)
})
