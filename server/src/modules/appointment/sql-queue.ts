import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { PriorityReason, TicketKind, TicketState } from '@xingtan/contract/office/appointment'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const TicketRecord = z.object({
  id: z.string(),
  number: z.number(),
  applicationId: z.string(),
  name: z.string(),
  registrationNumber: z.string(),
  kind: TicketKind,
  priorityReason: PriorityReason.nullable(),
  slotStartsAt: z.date().nullable(),
  takenAt: z.date(),
  queuedAt: z.date(),
  state: TicketState,
  desk: z.number().nullable(),
  calls: z.number(),
  calledAt: z.date().nullable(),
})
/** A number of today with whom it belongs to; in scope of the point alone. */
export type TicketRecord = z.infer<typeof TicketRecord>

const columns = sql`t.id, t.number, t.application_id, a.name, a.registration_number, t.kind, t.priority_reason, t.slot_starts_at,
  t.taken_at, t.queued_at, t.state, t.desk, t.calls, t.called_at
  from queue_tickets t join applications a on a.id = t.application_id`

/** Numbers of a point and day that are still in play. */
export async function listLiveTickets(tx: Tx, pointId: string): Promise<TicketRecord[]> {
  return tx.list(
    TicketRecord,
    sql`select ${columns} where t.point_id = ${pointId} and t.day = ${tx.today}
          and t.state in ('waiting', 'called', 'skipped') order by t.number`,
  )
}

const Counts = z.object({ done: z.coerce.number(), expected: z.coerce.number() })

export async function countDay(tx: Tx, pointId: string): Promise<z.infer<typeof Counts>> {
  return tx.get(
    Counts,
    sql`select (select count(*) from queue_tickets where point_id = ${pointId} and day = ${tx.today} and state = 'done') as done,
          (select count(*) from appointment_slots s cross join lateral (
             select 1 from appointments b where b.slot_id = s.id and b.state = 'booked' offset 0) expected
           where s.point_id = ${pointId} and s.day = ${tx.today}) as expected`,
  )
}

/** Takes the row lock that orders taking and calling at a point today. */
export async function lockQueue(tx: Tx, pointId: string, agencyCode: string): Promise<void> {
  await tx.run(sql`
    insert into queue_days (point_id, day, agency_code) values (${pointId}, ${tx.today}, ${agencyCode}) on conflict do nothing`)
  await tx.run(sql`select 1 from queue_days where point_id = ${pointId} and day = ${tx.today} for update`)
}

/** The next number of the day: without gaps, because the counter rolls back with the ticket. */
export async function takeNextNumber(tx: Tx, pointId: string): Promise<number> {
  const row = await tx.get(
    z.object({ lastNumber: z.number() }),
    sql`update queue_days set last_number = last_number + 1 where point_id = ${pointId} and day = ${tx.today}
        returning last_number`,
  )
  return row.lastNumber
}

export interface NewTicket {
  readonly pointId: string
  readonly agencyCode: string
  readonly number: number
  readonly applicationId: string
  readonly appointmentId: string | null
  readonly kind: TicketKind
  readonly priorityReason: PriorityReason | null
  readonly slotStartsAt: Date | null
  readonly takenBy: string
}

export async function insertTicket(tx: Tx, row: NewTicket): Promise<string> {
  const id = randomUUID()
  await tx.run(sql`
    insert into queue_tickets (id, point_id, agency_code, day, number, application_id, appointment_id, kind, priority_reason,
      slot_starts_at, queued_at, taken_at, taken_by)
    values (${id}, ${row.pointId}, ${row.agencyCode}, ${tx.today}, ${row.number}, ${row.applicationId}, ${row.appointmentId},
      ${row.kind}, ${row.priorityReason}, ${row.slotStartsAt}, ${tx.now}, ${tx.now}, ${row.takenBy})`)
  return id
}

const TodaysBooking = z.object({ id: z.string(), startsAt: z.date(), endsAt: z.date() })

/** The booking of today with which somebody stands at the door. */
export async function findBookingToday(
  tx: Tx,
  applicationId: string,
): Promise<z.infer<typeof TodaysBooking> | undefined> {
  return tx.find(
    TodaysBooking,
    sql`select b.id, s.starts_at, s.ends_at from appointments b join appointment_slots s on s.id = b.slot_id
        where b.application_id = ${applicationId} and b.state = 'booked' and s.day = ${tx.today}`,
  )
}

export async function markArrived(tx: Tx, appointmentId: string): Promise<void> {
  await tx.run(sql`update appointments set state = 'arrived', ended_at = ${tx.now} where id = ${appointmentId}`)
}

export async function callTicket(
  tx: Tx,
  call: { readonly id: string; readonly desk: number; readonly by: string },
): Promise<void> {
  await tx.run(sql`
    update queue_tickets set state = 'called', desk = ${call.desk}, calls = calls + 1, called_at = ${tx.now},
      called_by = ${call.by} where id = ${call.id}`)
}

export async function endTicket(tx: Tx, id: string, state: 'done' | 'absent'): Promise<void> {
  await tx.run(sql`update queue_tickets set state = ${state}, ended_at = ${tx.now} where id = ${id}`)
}

/** 过号: out of the line until somebody puts it back. */
export async function skipTicketRow(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update queue_tickets set state = 'skipped', desk = null where id = ${id}`)
}

/** Back into the line, behind those who wait: a booking is late by now, priority stays. */
export async function requeueTicketRow(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update queue_tickets set state = 'waiting', desk = null, queued_at = ${tx.now},
      kind = case when kind = 'booked' then 'late' else kind end where id = ${id}`)
}

const OwnTicketRow = z.object({
  id: z.string(),
  number: z.number(),
  state: TicketState,
  desk: z.number().nullable(),
})

/** Today's number of the person's own case. */
export async function findOwnTicket(tx: Tx, applicationId: string): Promise<z.infer<typeof OwnTicketRow> | undefined> {
  return tx.find(
    OwnTicketRow,
    sql`select id, number, state, desk from queue_tickets where application_id = ${applicationId} and day = ${tx.today}
        order by number desc limit 1`,
  )
}

const Around = z.object({
  id: z.string(),
  number: z.number(),
  kind: TicketKind,
  slotStartsAt: z.date().nullable(),
  queuedAt: z.date(),
})

/** The waiting numbers around one's own, without anybody's name. */
export async function listQueueAround(tx: Tx, ticketId: string): Promise<z.infer<typeof Around>[]> {
  return tx.list(Around, sql`select id, number, kind, slot_starts_at, queued_at from queue_around(${ticketId})`)
}

export interface NewScreen {
  readonly id: string
  readonly pointId: string
  readonly agencyCode: string
  readonly tokenHash: Buffer
  readonly openedBy: string
  readonly endsAt: Date
}

export async function insertScreen(tx: Tx, row: NewScreen): Promise<void> {
  await tx.run(sql`
    insert into call_screens (id, point_id, agency_code, token_hash, opened_by, opened_at, ends_at)
    values (${row.id}, ${row.pointId}, ${row.agencyCode}, ${row.tokenHash}, ${row.openedBy}, ${tx.now}, ${row.endsAt})`)
}

/** The point a screen shows, or undefined once its day is over. */
export async function findScreenPoint(
  tx: Tx,
  tokenHash: Buffer,
): Promise<{ readonly pointId: string; readonly agencyCode: string } | undefined> {
  return tx.find(
    z.object({ pointId: z.string(), agencyCode: z.string() }),
    sql`select point_id, agency_code from screen_by_token(${tokenHash})`,
  )
}
