import { z } from 'zod'
import { AppointmentRule, type PointProfile, WeeklyHours } from '@xingtan/contract/office/point'
import { QualificationType } from '@xingtan/contract/qualification'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const PointRecord = z.object({
  id: z.string(),
  code: z.string(),
  agencyCode: z.string(),
  name: z.string(),
  address: z.string(),
  scope: z.string(),
  streets: z.array(z.string()),
  types: z.array(QualificationType),
  hours: z.string(),
  weeklyHours: WeeklyHours,
  deskCount: z.number(),
  notices: z.array(z.string()),
  isActive: z.boolean(),
  activeFrom: z.string().nullable(),
  activeTo: z.string().nullable(),
  version: z.number(),
})
/** A 确认点 with everything the agency keeps about it. */
export type PointRecord = z.infer<typeof PointRecord>

const columns = sql`id, code, agency_code, name, address, scope, streets, types, hours, weekly_hours, desk_count, notices,
  is_active, active_from, active_to, version`

/** Points of the officer's own agency; points of others are public, but not this list's. */
export async function listPointsOf(tx: Tx, agencyCode: string): Promise<PointRecord[]> {
  return tx.list(PointRecord, sql`select ${columns} from points where agency_code = ${agencyCode} order by code`)
}

export async function findPointRecord(tx: Tx, id: string): Promise<PointRecord | undefined> {
  return tx.find(PointRecord, sql`select ${columns} from points where id = ${id}`)
}

/** The point under its lock, if it is of one's own agency. */
export async function lockPoint(tx: Tx, id: string): Promise<PointRecord | undefined> {
  return tx.find(
    PointRecord,
    sql`select ${columns} from points where id = ${id} and agency_code = app_agency_code() for update`,
  )
}

export interface PointChange {
  readonly id: string
  readonly profile: PointProfile
  readonly hours: string
}

export async function updatePoint(tx: Tx, { id, profile, hours }: PointChange): Promise<void> {
  await tx.run(sql`
    update points set name = ${profile.name}, address = ${profile.address}, scope = ${profile.scope},
      streets = ${[...profile.streets]}, types = ${[...profile.types]}::smallint[], hours = ${hours},
      weekly_hours = ${JSON.stringify(profile.weeklyHours)}::jsonb, desk_count = ${profile.deskCount},
      notices = ${[...profile.notices]}, active_from = ${profile.activeFrom}, active_to = ${profile.activeTo},
      version = version + 1
    where id = ${id}`)
}

/** A new point with the next free code of the agency. */
export async function insertPoint(
  tx: Tx,
  { id, agencyCode, profile, hours }: PointChange & { readonly agencyCode: string },
): Promise<void> {
  await tx.run(sql`
    insert into points (id, code, agency_code, name, address, scope, streets, types, hours, weekly_hours, desk_count, notices,
      active_from, active_to)
    values (${id}, ${agencyCode} || '-' || lpad((select count(*) + 1 from points where agency_code = ${agencyCode}
        and code <> ${agencyCode} || '-99')::text, 2, '0'), ${agencyCode}, ${profile.name}, ${profile.address}, ${profile.scope},
      ${[...profile.streets]}, ${[...profile.types]}::smallint[], ${hours}, ${JSON.stringify(profile.weeklyHours)}::jsonb,
      ${profile.deskCount}, ${[...profile.notices]}, ${profile.activeFrom}, ${profile.activeTo})`)
}

/** Whether another point of the agency has this name already. */
export async function isNameTaken(tx: Tx, agencyCode: string, name: string, exceptId: string): Promise<boolean> {
  const row = await tx.find(
    z.object({ id: z.string() }),
    sql`select id from points where agency_code = ${agencyCode} and name = ${name} and id <> ${exceptId}`,
  )
  return row !== undefined
}

export interface NewVersion {
  readonly pointId: string
  readonly version: number
  readonly agencyCode: string
  readonly changes: readonly string[]
  readonly value: PointProfile
  readonly changedBy: string
}

export async function insertVersion(tx: Tx, row: NewVersion): Promise<void> {
  await tx.run(sql`
    insert into point_versions (point_id, version, agency_code, changes, value, changed_by, changed_at)
    values (${row.pointId}, ${row.version}, ${row.agencyCode}, ${[...row.changes]}, ${JSON.stringify(row.value)}::jsonb,
      ${row.changedBy}, ${tx.now})`)
}

const VersionRow = z.object({ version: z.number(), at: z.date(), by: z.string(), changes: z.array(z.string()) })

export async function listVersions(tx: Tx, pointId: string): Promise<z.infer<typeof VersionRow>[]> {
  return tx.list(
    VersionRow,
    sql`select v.version, v.changed_at as at, p.name as by, v.changes
        from point_versions v join staff_users u on u.id = v.changed_by join staff_people p on p.id = u.person_id
        where v.point_id = ${pointId} order by v.version desc limit 50`,
  )
}

const StaffRow = z.object({ userId: z.string(), name: z.string(), isEnabled: z.boolean() })

/** 确认用户 of a point of the own agency. */
export async function listPointStaff(tx: Tx, pointId: string, agencyCode: string): Promise<z.infer<typeof StaffRow>[]> {
  return tx.list(
    StaffRow,
    sql`select u.id as user_id, p.name, u.enabled as is_enabled from staff_users u join staff_people p on p.id = u.person_id
        where u.point_id = ${pointId} and u.agency_code = ${agencyCode} and 'confirm' = any(u.roles) order by p.name, u.id`,
  )
}

const RuleRow = z.object({ ...AppointmentRule.shape, version: z.number() })
/** How the slots of a point are made, with the version one has to know to change it. */
export type RuleRow = z.infer<typeof RuleRow>

export async function findRule(tx: Tx, pointId: string): Promise<RuleRow | undefined> {
  return tx.find(
    RuleRow,
    sql`select slot_minutes, per_desk, online_percent, release, draw_days_before, version
        from appointment_rules where point_id = ${pointId}`,
  )
}
