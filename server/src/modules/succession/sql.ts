import { z } from 'zod'
import { CaseStage } from '@xingtan/contract/office/case'
import { OfficeRole } from '@xingtan/contract/office/session'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Outcome = z.object({
  cases: z.number(),
  points: z.number(),
  plans: z.number(),
  moved: z.number(),
  ended: z.number(),
})
export type SuccessionOutcome = z.infer<typeof Outcome>

const SuccessionRow = z.object({
  id: z.string(),
  oldCode: z.string(),
  oldName: z.string(),
  newCode: z.string(),
  newName: z.string(),
  effectiveAt: z.date(),
  orderNumber: z.string(),
  reason: z.string(),
  movedUserIds: z.array(z.string()),
  orderedByName: z.string(),
  orderedAt: z.date(),
  orderedPersonId: z.string(),
  approvedByName: z.string().nullable(),
  carriedOutAt: z.date().nullable(),
  cancelledAt: z.date().nullable(),
  outcome: Outcome.nullable(),
})
export type SuccessionRow = z.infer<typeof SuccessionRow>

const selected = sql`select s.id, s.old_code, o.name as old_name, s.new_code, n.name as new_name, s.effective_at,
    s.order_number, s.reason, s.moved_user_ids, p.name as ordered_by_name, s.ordered_at,
    u.person_id as ordered_person_id, ap.name as approved_by_name, s.carried_out_at, s.cancelled_at, s.outcome
  from agency_successions s join agencies o on o.code = s.old_code join agencies n on n.code = s.new_code
  join staff_users u on u.id = s.ordered_by join staff_people p on p.id = u.person_id
  left join staff_users au on au.id = s.approved_by left join staff_people ap on ap.id = au.person_id`

/** Orders in which the agency ends or follows, newest first. */
export async function listSuccessionsOf(tx: Tx, agencyCode: string): Promise<SuccessionRow[]> {
  return tx.list(
    SuccessionRow,
    sql`${selected} where s.old_code = ${agencyCode} or s.new_code = ${agencyCode} order by s.ordered_at desc, s.id`,
  )
}

/** The order under its lock; read afterwards, so that names that came meanwhile are there. */
export async function lockSuccession(tx: Tx, id: string): Promise<SuccessionRow | undefined> {
  const held = await tx.run(sql`select 1 from agency_successions where id = ${id} for update`)
  return held === 0 ? undefined : tx.find(SuccessionRow, sql`${selected} where s.id = ${id}`)
}

const Standing = z.object({ oldCode: z.string(), newCode: z.string() })

/** Orders that still stand and in which one of these agencies ends. */
export async function listStandingEnds(tx: Tx, codes: readonly string[]): Promise<z.infer<typeof Standing>[]> {
  return tx.list(
    Standing,
    sql`select old_code, new_code from agency_successions
        where old_code = any(${[...codes]}) and cancelled_at is null and carried_out_at is null`,
  )
}

export interface NewSuccession {
  readonly id: string
  readonly oldCode: string
  readonly newCode: string
  readonly effectiveAt: Date
  readonly orderNumber: string
  readonly reason: string
  readonly movedUserIds: readonly string[]
  readonly orderedBy: string
}

export async function insertSuccession(tx: Tx, row: NewSuccession): Promise<void> {
  await tx.run(sql`
    insert into agency_successions (id, old_code, new_code, effective_at, order_number, reason, moved_user_ids, ordered_by, ordered_at)
    values (${row.id}, ${row.oldCode}, ${row.newCode}, ${row.effectiveAt}, ${row.orderNumber}, ${row.reason},
      ${[...row.movedUserIds]}::uuid[], ${row.orderedBy}, ${tx.now})`)
}

export async function markApproved(tx: Tx, id: string, userId: string): Promise<void> {
  await tx.run(sql`update agency_successions set approved_by = ${userId}, approved_at = ${tx.now} where id = ${id}`)
}

export async function markCancelled(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update agency_successions set cancelled_at = ${tx.now} where id = ${id}`)
}

const Count = z.object({ stage: CaseStage, count: z.number() })

/** Open cases of an agency below the asking one, counted by stage. */
export async function countOpenCases(tx: Tx, agencyCode: string): Promise<z.infer<typeof Count>[]> {
  return tx.list(Count, sql`select stage, count from succession_counts(${agencyCode}) order by stage`)
}

const PointRow = z.object({ code: z.string(), name: z.string() })

export async function listPointsOf(tx: Tx, agencyCode: string): Promise<z.infer<typeof PointRow>[]> {
  return tx.list(PointRow, sql`select code, name from points where agency_code = ${agencyCode} order by code`)
}

const PlanRow = z.object({ roundName: z.string(), goesTo: z.enum(['handed-over', 'merged']) })

/** Plans of rounds that are not over: handed over, or merged where the successor has its own. */
export async function listPlansOf(tx: Tx, oldCode: string, newCode: string): Promise<z.infer<typeof PlanRow>[]> {
  return tx.list(
    PlanRow,
    sql`select r.name as round_name, case when exists (
            select 1 from agency_plans own where own.round_id = p.round_id and own.agency_code = ${newCode})
          then 'merged' else 'handed-over' end as goes_to
        from agency_plans p join rounds r on r.id = p.round_id
        where p.agency_code = ${oldCode} and r.closes_at > ${tx.now} order by r.opens_at`,
  )
}

const UserRow = z.object({ userId: z.string(), name: z.string(), username: z.string(), roles: z.array(OfficeRole) })

/** Users of the agency that are not disabled. */
export async function listUsersOf(tx: Tx, agencyCode: string): Promise<z.infer<typeof UserRow>[]> {
  return tx.list(
    UserRow,
    sql`select u.id as user_id, p.name, u.username, u.roles from staff_users u join staff_people p on p.id = u.person_id
        where u.agency_code = ${agencyCode} and u.enabled order by u.username`,
  )
}
