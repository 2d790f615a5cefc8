import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Booking = z.object({
  id: z.string(),
  slotId: z.string(),
  pointId: z.string(),
  applicationId: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  moveOfferedAt: z.date().nullable(),
})
/** A live booking with the time of its slot. */
export type Booking = z.infer<typeof Booking>

const columns = sql`b.id, b.slot_id, b.point_id, b.application_id, s.starts_at, s.ends_at, b.move_offered_at
  from appointments b join appointment_slots s on s.id = b.slot_id`

export async function findBooking(tx: Tx, applicationId: string): Promise<Booking | undefined> {
  return tx.find(Booking, sql`select ${columns} where b.application_id = ${applicationId} and b.state = 'booked'`)
}

/** A live booking by its id, for the reminder of the day before. */
export async function findBookingById(tx: Tx, id: string): Promise<Booking | undefined> {
  return tx.find(Booking, sql`select ${columns} where b.id = ${id} and b.state = 'booked'`)
}

/** A confirm window as a plan holds it. */
interface OpenSpan {
  readonly opensAt: Date
  readonly closesAt: Date
}

/** Live bookings of a point that do not lie inside the windows; closed slots are outside whatever their time. */
export async function listBookingsOutside(tx: Tx, pointId: string, windows: readonly OpenSpan[]): Promise<Booking[]> {
  return tx.list(
    Booking,
    sql`select ${columns} where b.point_id = ${pointId} and b.state = 'booked' and s.starts_at > ${tx.now}
        and (s.closed_at is not null or not exists (
          select 1 from jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) as w ("opensAt" timestamptz, "closesAt" timestamptz)
          where s.starts_at >= w."opensAt" and s.ends_at <= w."closesAt"))
        order by s.starts_at, b.id`,
  )
}

/** Marks bookings whose owners choose a new time before everybody else; answers those that were not marked before. */
export async function offerMoves(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.list(
    z.object({ id: z.string() }),
    sql`update appointments set move_offered_at = ${tx.now}
        where id = any(${[...ids]}::uuid[]) and state = 'booked' and move_offered_at is null returning id`,
  )
  return rows.map(({ id }) => id)
}

/** A person who did not come to a slot that is over holds no place any more. */
export async function retireMissed(tx: Tx, personIndex: Buffer): Promise<void> {
  await tx.run(sql`
    update appointments set state = 'missed', ended_at = ${tx.now} where person_index = ${personIndex} and state = 'booked'
      and exists (select 1 from appointment_slots s where s.id = slot_id and s.ends_at <= ${tx.now})`)
}

/** When this person gave places back by cancelling or changing, the newest first; changes forced by a plan do not count. */
export async function listEndings(tx: Tx, personIndex: Buffer): Promise<Date[]> {
  const rows = await tx.list(
    z.object({ endedAt: z.date() }),
    sql`select ended_at from appointments where person_index = ${personIndex} and state in ('cancelled', 'changed')
          and move_offered_at is null and ended_at is not null order by ended_at desc limit 50`,
  )
  return rows.map(({ endedAt }) => endedAt)
}

export interface NewBooking {
  readonly id: string
  readonly slotId: string
  readonly pointId: string
  readonly agencyCode: string
  readonly applicationId: string
  readonly accountId: string
  readonly personIndex: Buffer
  readonly madeBy: 'applicant' | 'draw'
}

/** Takes a place; false when the person has a live booking already (S-082). */
export async function insertBooking(tx: Tx, row: NewBooking): Promise<boolean> {
  const added = await tx.run(sql`
    insert into appointments (id, slot_id, point_id, agency_code, application_id, account_id, person_index, made_by, booked_at)
    values (${row.id}, ${row.slotId}, ${row.pointId}, ${row.agencyCode}, ${row.applicationId}, ${row.accountId},
      ${row.personIndex}, ${row.madeBy}, ${tx.now})
    on conflict (person_index) where state = 'booked' do nothing`)
  return added === 1
}

export async function endBooking(tx: Tx, id: string, state: 'cancelled' | 'changed'): Promise<void> {
  await tx.run(
    sql`update appointments set state = ${state}, ended_at = ${tx.now} where id = ${id} and state = 'booked'`,
  )
}

const DayBooking = z.object({
  appointmentId: z.string(),
  applicationId: z.string(),
  registrationNumber: z.string(),
  name: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  state: z.enum(['booked', 'arrived', 'missed']),
})

/** Who is expected on a day, slot by slot; row-level security shows a confirm user the own point alone (S-049). */
export async function listBookingsOn(tx: Tx, pointId: string, day: string): Promise<z.infer<typeof DayBooking>[]> {
  return tx.list(
    DayBooking,
    sql`select b.id as appointment_id, b.application_id, a.registration_number, a.name, s.starts_at, s.ends_at, b.state
        from appointment_slots s
        cross join lateral (
          select o.* from appointments o where o.slot_id = s.id and o.state in ('booked', 'arrived', 'missed') offset 0) b
        join applications a on a.id = b.application_id
        where s.point_id = ${pointId} and s.day = ${day} and b.point_id = s.point_id
        order by s.starts_at, b.id`,
  )
}
