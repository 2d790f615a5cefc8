import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'

/** The two agencies of an order. */
export interface Heirs {
  readonly oldCode: string
  readonly newCode: string
}

/** From here on applications for the old agency wait for this transaction and are then led to the successor. */
export async function holdBackApplications(tx: Tx, oldCode: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('agency-succession'), ${oldCode}::int)`)
}

/** The agency ends; those that had led to it before lead to the successor from now on. */
export async function markSucceeded(tx: Tx, { oldCode, newCode }: Heirs): Promise<void> {
  await tx.run(sql`
    update agencies set status = 'succeeded', successor_code = ${newCode}
    where code = ${oldCode} or successor_code = ${oldCode}`)
}

/** The old agency recognises nobody from today on; a power of the future never begins. */
export async function endPowers(tx: Tx, oldCode: string): Promise<void> {
  await tx.run(sql`
    update agency_powers set held_to = greatest(${tx.today}::date, held_from + 1)
    where agency_code = ${oldCode} and (held_to is null or held_to > greatest(${tx.today}::date, held_from + 1))`)
}

const Moved = z.object({
  id: z.string(),
  accountId: z.string(),
  registrationNumber: z.string(),
  isRefused: z.boolean(),
})
export type MovedCase = z.infer<typeof Moved>

/**
 * What somebody may still have to act on: open; refused at the desk in a round that is not over, since the desk may take it
 * back; 认定未通过, since a review may be asked for and the conclusion may be wrong (APP-15, DEC-5).
 */
function isUnsettled(now: Date): Sql {
  return sql`(a.stage <> 'closed' or a.conclusion = 'failed' or a.confirmation = 'refused' and a.conclusion is null and a.withdrawn_at is null
    and exists (select 1 from rounds r where r.id = a.round_id and r.closes_at > ${now}))`
}

/** Locks what will move in the order of ids: an approval that came first is waited for and stays where it was decided. */
export async function lockOpenCases(tx: Tx, oldCode: string): Promise<void> {
  await tx.run(sql`
    select a.id from applications a where a.agency_code = ${oldCode} and ${isUnsettled(tx.now)} order by a.id for update`)
}

/** Takes every unsettled case over; due days and facts stay as they are. */
export async function moveOpenCases(tx: Tx, { oldCode, newCode }: Heirs): Promise<MovedCase[]> {
  return tx.list(
    Moved,
    sql`update applications a set agency_code = ${newCode}, version = version + 1
        where a.agency_code = ${oldCode} and ${isUnsettled(tx.now)} returning id, account_id, registration_number,
          conclusion is not null as is_refused`,
  )
}

/** The points go over as they are. */
export async function movePoints(tx: Tx, { oldCode, newCode }: Heirs): Promise<number> {
  return tx.run(sql`update points set agency_code = ${newCode} where agency_code = ${oldCode}`)
}

/** Names of points that both agencies have: the move cannot go on until one of them is renamed. */
export async function listSameNamedPoints(tx: Tx, { oldCode, newCode }: Heirs): Promise<string[]> {
  const rows = await tx.list(
    z.object({ name: z.string() }),
    sql`select o.name from points o join points n on n.name = o.name
        where o.agency_code = ${oldCode} and n.agency_code = ${newCode} order by o.name`,
  )
  return rows.map(({ name }) => name)
}

/** Plans of rounds that are not over: handed over where the successor has none. Answers how many there were. */
export async function movePlans(tx: Tx, { oldCode, newCode }: Heirs): Promise<number> {
  const merged = await tx.run(sql`
    insert into point_schedules (plan_id, point_id, opens_at, closes_at)
    select own.id, s.point_id, greatest(s.opens_at, own.confirm_opens_at), least(s.closes_at, own.confirm_closes_at)
    from agency_plans p join rounds r on r.id = p.round_id and r.closes_at > ${tx.now}
      join agency_plans own on own.round_id = p.round_id and own.agency_code = ${newCode}
      join point_schedules s on s.plan_id = p.id
    where p.agency_code = ${oldCode}
      and greatest(s.opens_at, own.confirm_opens_at) < least(s.closes_at, own.confirm_closes_at)
    on conflict (plan_id, point_id) do nothing`)
  const handedOver = await tx.run(sql`
    update agency_plans p set agency_code = ${newCode} from rounds r
    where p.agency_code = ${oldCode} and r.id = p.round_id and r.closes_at > ${tx.now}
      and not exists (select 1 from agency_plans own where own.round_id = p.round_id and own.agency_code = ${newCode})`)
  return handedOver + (merged > 0 ? 1 : 0)
}

/** The users that were chosen go over, the others end; all sign in anew. */
export async function moveUsers(
  tx: Tx,
  { oldCode, newCode }: Heirs,
  movedUserIds: readonly string[],
): Promise<{ readonly moved: number; readonly ended: number }> {
  await tx.run(sql`
    update staff_sessions s set ended_at = ${tx.now}, ended_because = 'agency-succeeded' from staff_users u
    where u.id = s.user_id and u.agency_code = ${oldCode} and s.ended_at is null`)
  const ended = await tx.run(sql`
    update staff_users set enabled = false, disabled_at = ${tx.now}, disabled_because = '机构已由接替机构接管'
    where agency_code = ${oldCode} and enabled and not (id = any(${[...movedUserIds]}::uuid[]))`)
  const moved = await tx.run(sql`
    update staff_users set agency_code = ${newCode}
    where agency_code = ${oldCode} and enabled and id = any(${[...movedUserIds]}::uuid[])`)
  await tx.run(sql`
    update staff_people p set agency_code = ${newCode} where p.agency_code = ${oldCode}
      and exists (select 1 from staff_users u where u.person_id = p.id and u.agency_code = ${newCode} and u.enabled)`)
  return { moved, ended }
}

/** Bookings and numbers of the points, unanswered letters and requests, plans, devices: whatever waits at the agency. */
export async function moveWork(tx: Tx, { oldCode, newCode }: Heirs): Promise<void> {
  await tx.run(sql`select move_agency_work(${oldCode}, ${newCode})`)
}

export async function markCarriedOut(tx: Tx, id: string, outcome: object): Promise<void> {
  await tx.run(sql`
    update agency_successions set carried_out_at = ${tx.now}, outcome = ${JSON.stringify(outcome)}::jsonb where id = ${id}`)
}
