import { z } from 'zod'
import { OfficeRole } from '@xingtan/contract/office/session'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Delegation = z.object({
  id: z.string(),
  fromUserId: z.string(),
  toUserId: z.string(),
  fromName: z.string(),
  toName: z.string(),
  fromPersonId: z.string(),
  agencyCode: z.string(),
  personAgencyCode: z.string(),
  roles: z.array(OfficeRole),
  startsAt: z.date(),
  endsAt: z.date(),
  reason: z.string(),
  endedAt: z.date().nullable(),
})
export type Delegation = z.infer<typeof Delegation>

const DELEGATION = sql`select d.id, d.from_user_id, d.to_user_id, giver.name as from_name, taker.name as to_name,
    giver.id as from_person_id, d.agency_code, giver.agency_code as person_agency_code, d.roles, d.starts_at, d.ends_at,
    d.reason, d.ended_at
  from staff_delegations d join staff_users f on f.id = d.from_user_id join staff_people giver on giver.id = f.person_id
    join staff_users t on t.id = d.to_user_id join staff_people taker on taker.id = t.person_id`

export async function listDelegationsOf(tx: Tx, personId: string): Promise<Delegation[]> {
  return tx.list(
    Delegation,
    sql`${DELEGATION} where giver.id = ${personId} or taker.id = ${personId} order by d.created_at desc, d.id limit 50`,
  )
}

/** Delegations of an agency, newest first: all of them, or those one user gave or received. */
export async function listDelegationRows(tx: Tx, userId: string | null): Promise<Delegation[]> {
  return tx.list(
    Delegation,
    sql`${DELEGATION} where d.agency_code = app_agency_code()
          and (${userId}::uuid is null or d.from_user_id = ${userId} or d.to_user_id = ${userId})
        order by d.created_at desc, d.id limit 100`,
  )
}

export async function findDelegation(tx: Tx, id: string): Promise<Delegation | undefined> {
  return tx.find(Delegation, sql`${DELEGATION} where d.id = ${id}`)
}

export interface NewDelegation {
  readonly id: string
  readonly agencyCode: string
  readonly fromUserId: string
  readonly toUserId: string
  readonly roles: readonly OfficeRole[]
  readonly startsAt: Date
  readonly endsAt: Date
  readonly reason: string
}

export async function insertDelegation(tx: Tx, row: NewDelegation): Promise<void> {
  await tx.run(sql`
    insert into staff_delegations (id, agency_code, from_user_id, to_user_id, roles, starts_at, ends_at, reason, created_at)
    values (${row.id}, ${row.agencyCode}, ${row.fromUserId}, ${row.toUserId}, ${[...row.roles]}, ${row.startsAt}, ${row.endsAt},
      ${row.reason}, ${tx.now})`)
}

export async function endDelegationRow(tx: Tx, id: string): Promise<boolean> {
  const ended = await tx.run(sql`
    update staff_delegations set ended_at = ${tx.now}, ended_because = 'taken-back'
    where id = ${id} and ended_at is null and ends_at > ${tx.now}`)
  return ended === 1
}

const Colleague = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  agencyCode: z.string(),
  pointId: z.string().nullable(),
  roles: z.array(OfficeRole),
  isAdmitted: z.boolean(),
  personRoles: z.array(OfficeRole),
})
export type Colleague = z.infer<typeof Colleague>

/** Users of one's own agency as far as a delegation asks: filed today, and every role the person holds. */
export async function listColleagues(tx: Tx, userId: string | null): Promise<Colleague[]> {
  return tx.list(
    Colleague,
    sql`select u.id, u.person_id, p.name, u.agency_code, u.point_id, u.roles,
          u.enabled and coalesce(p.filed_from <= ${tx.now} and p.filed_until > ${tx.now}, false) as is_admitted,
          array(select distinct role from staff_users o, unnest(o.roles) as role where o.person_id = u.person_id and o.enabled) as person_roles
        from staff_users u join staff_people p on p.id = u.person_id
        where u.agency_code = app_agency_code() and u.enabled and (${userId}::uuid is null or u.id = ${userId})
        order by p.name, u.id limit 500`,
  )
}
