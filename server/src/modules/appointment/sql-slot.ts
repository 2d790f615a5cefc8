import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { AppointmentRule } from '@xingtan/contract/office/point'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const SlotRecord = z.object({
  id: z.string(),
  pointId: z.string(),
  agencyCode: z.string(),
  day: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  capacity: z.number(),
  walkIn: z.number(),
  booked: z.number(),
  releasedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
})
export type SlotRecord = z.infer<typeof SlotRecord>

const columns = sql`id, point_id, agency_code, day, starts_at, ends_at, capacity, walk_in, booked, released_at, closed_at`

/** The rule of a point for the first time, or over the version the officer saw; answers whether it was stored. */
export async function storeRule(
  tx: Tx,
  row: { readonly pointId: string; readonly agencyCode: string; readonly version: number; readonly by: string },
  rule: AppointmentRule,
): Promise<boolean> {
  const stored = await tx.run(sql`
    insert into appointment_rules (point_id, agency_code, slot_minutes, per_desk, online_percent, release, draw_days_before,
      changed_by, changed_at)
    values (${row.pointId}, ${row.agencyCode}, ${rule.slotMinutes}, ${rule.perDesk}, ${rule.onlinePercent}, ${rule.release},
      ${rule.drawDaysBefore}, ${row.by}, ${tx.now})
    on conflict (point_id) do update set slot_minutes = excluded.slot_minutes, per_desk = excluded.per_desk,
      online_percent = excluded.online_percent, release = excluded.release, draw_days_before = excluded.draw_days_before,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = appointment_rules.version + 1
    where appointment_rules.version = ${row.version}`)
  return stored === 1
}

/** Slots of a point that begin after now, closed ones included, by time. */
export async function listComingSlots(tx: Tx, pointId: string): Promise<SlotRecord[]> {
  return tx.list(
    SlotRecord,
    sql`select ${columns} from appointment_slots where point_id = ${pointId} and starts_at > ${tx.now} order by starts_at`,
  )
}

/** The slots of a point for a change: nobody books while they are made anew. */
export async function lockComingSlots(tx: Tx, pointId: string): Promise<SlotRecord[]> {
  return tx.list(
    SlotRecord,
    sql`select ${columns} from appointment_slots where point_id = ${pointId} and starts_at > ${tx.now} order by id for update`,
  )
}

export async function listSlotsOn(tx: Tx, pointId: string, day: string): Promise<SlotRecord[]> {
  return tx.list(
    SlotRecord,
    sql`select ${columns} from appointment_slots where point_id = ${pointId} and day = ${day} order by starts_at`,
  )
}

const DayRow = z.object({ day: z.string(), capacity: z.coerce.number(), booked: z.coerce.number() })

/** Days of a point from today on with their places. */
export async function listDays(tx: Tx, pointId: string): Promise<z.infer<typeof DayRow>[]> {
  return tx.list(
    DayRow,
    sql`select day, sum(capacity) filter (where closed_at is null) as capacity, sum(booked) as booked
        from appointment_slots where point_id = ${pointId} and day >= ${tx.today} group by day
        having bool_or(closed_at is null) or sum(booked) > 0 order by day limit 80`,
  )
}

/** Slots under their locks, whoever asks (I-14). */
export async function lockSlots(tx: Tx, ids: readonly string[]): Promise<SlotRecord[]> {
  return tx.list(SlotRecord, sql`select ${columns} from lock_slots(${[...ids]}::uuid[])`)
}

export interface NewSlot {
  readonly pointId: string
  readonly agencyCode: string
  readonly day: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly capacity: number
  readonly walkIn: number
  readonly releasedAt: Date | null
}

export async function insertSlots(tx: Tx, slots: readonly NewSlot[]): Promise<void> {
  const rows = slots.map((slot) => ({ id: randomUUID(), ...slot }))
  await tx.run(sql`
    insert into appointment_slots (id, point_id, agency_code, day, starts_at, ends_at, capacity, walk_in, released_at)
    select s.id, s."pointId", s."agencyCode", s.day, s."startsAt", s."endsAt", s.capacity, s."walkIn", s."releasedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (id uuid, "pointId" uuid, "agencyCode" text, day date,
      "startsAt" timestamptz, "endsAt" timestamptz, capacity int, "walkIn" int, "releasedAt" timestamptz)`)
}

/** A slot that stays gets the figures of the plan; never fewer places than are booked. */
export async function keepSlots(
  tx: Tx,
  slots: readonly { readonly id: string; readonly endsAt: Date; readonly capacity: number; readonly walkIn: number }[],
): Promise<void> {
  await tx.run(sql`
    update appointment_slots t set ends_at = s."endsAt", capacity = greatest(s.capacity, t.booked), walk_in = s."walkIn",
      closed_at = null
    from jsonb_to_recordset(${JSON.stringify(slots)}::jsonb) as s (id uuid, "endsAt" timestamptz, capacity int, "walkIn" int)
    where t.id = s.id`)
}

export async function closeSlots(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.run(
    sql`update appointment_slots set closed_at = ${tx.now} where id = any(${[...ids]}::uuid[]) and closed_at is null`,
  )
}
