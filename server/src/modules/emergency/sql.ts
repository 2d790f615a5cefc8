import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Account = z.object({
  agencyCode: z.string(),
  agencyName: z.string(),
  userId: z.string(),
  username: z.string(),
  sealedAt: z.date(),
})
export type Account = z.infer<typeof Account>

const ACCOUNT = sql`select u.agency_code, a.name as agency_name, u.id as user_id, u.username, u.activated_at as sealed_at
  from staff_users u join agencies a on a.code = u.agency_code
  where u.is_emergency and u.agency_code = any ((select app_agencies_administered())::text[])`

/** Emergency accounts of the own tree, by agency. */
export async function listAccounts(tx: Tx): Promise<Account[]> {
  return tx.list(Account, sql`${ACCOUNT} order by u.agency_code`)
}

export async function findAccount(tx: Tx, agencyCode: string): Promise<Account | undefined> {
  return tx.find(Account, sql`${ACCOUNT} and u.agency_code = ${agencyCode}`)
}

const Opening = z.object({
  id: z.string(),
  agencyCode: z.string(),
  userId: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  askedByName: z.string(),
  askedRole: z.enum(['system', 'security']),
  askedAt: z.date(),
  approvedByName: z.string().nullable(),
  openedAt: z.date().nullable(),
  closesAt: z.date().nullable(),
  closedAt: z.date().nullable(),
})
export type Opening = z.infer<typeof Opening>

const OPENING = sql`select o.id, o.agency_code, o.user_id, o.reason, o.asked_by, p.name as asked_by_name, o.asked_role, o.asked_at,
    q.name as approved_by_name, o.opened_at, o.closes_at, o.closed_at
  from emergency_openings o join staff_people p on p.id = o.asked_by left join staff_people q on q.id = o.approved_by`

/** Openings of an account, the newest ten. */
export async function listOpenings(tx: Tx, userId: string): Promise<Opening[]> {
  return tx.list(Opening, sql`${OPENING} where o.user_id = ${userId} order by o.asked_at desc, o.id limit 10`)
}

/** An opening in reach under its lock; read afterwards. */
export async function lockOpening(tx: Tx, id: string): Promise<Opening | undefined> {
  const held = await tx.run(sql`select 1 from emergency_openings where id = ${id} for update`)
  return held === 0 ? undefined : tx.find(Opening, sql`${OPENING} where o.id = ${id}`)
}

const Read = z.object({ openingId: z.string(), at: z.date(), endpoint: z.string(), objectId: z.string() })

/** What an account asked for in an opening, the newest hundred. */
export async function listReads(tx: Tx, openingId: string): Promise<z.infer<typeof Read>[]> {
  return tx.list(
    Read,
    sql`select opening_id, at, endpoint, object_id from emergency_reads where opening_id = ${openingId}
        order by id desc limit 100`,
  )
}

const Sealed = z.object({ outcome: z.enum(['sealed', 'open', 'username-taken', 'key-taken']) })

export interface Seal {
  readonly personId: string
  readonly userId: string
  readonly username: string
  readonly passwordHash: string
  readonly keySerial: string
  readonly personIndex: Buffer
}

export async function sealAccount(tx: Tx, seal: Seal): Promise<z.infer<typeof Sealed>['outcome']> {
  const { outcome } = await tx.get(
    Sealed,
    sql`select seal_emergency_account(${seal.personId}, ${seal.userId}, ${seal.username}, ${seal.passwordHash},
          ${seal.keySerial}, ${seal.personIndex}) as outcome`,
  )
  return outcome
}

/** What was asked for and never agreed to is over after its hour. */
export async function closeStaleAsk(tx: Tx, userId: string, askedBefore: Date): Promise<void> {
  await tx.run(sql`
    update emergency_openings set closed_at = ${tx.now}
    where user_id = ${userId} and opened_at is null and closed_at is null and asked_at <= ${askedBefore}`)
}

/** Answers false when somebody else has asked meanwhile. */
export async function insertOpening(
  tx: Tx,
  row: {
    readonly id: string
    readonly account: Account
    readonly reason: string
    readonly askedBy: string
    readonly askedRole: 'system' | 'security'
  },
): Promise<boolean> {
  const added = await tx.run(sql`
    insert into emergency_openings (id, agency_code, user_id, reason, asked_by, asked_role, asked_at)
    values (${row.id}, ${row.account.agencyCode}, ${row.account.userId}, ${row.reason}, ${row.askedBy}, ${row.askedRole}, ${tx.now})
    on conflict (agency_code) where opened_at is null and closed_at is null do nothing`)
  return added === 1
}

export async function openRow(
  tx: Tx,
  row: {
    readonly id: string
    readonly approvedBy: string
    readonly approvedRole: 'system' | 'security'
    readonly minutes: number
  },
): Promise<Date> {
  const { closesAt } = await tx.get(
    z.object({ closesAt: z.date() }),
    sql`update emergency_openings set approved_by = ${row.approvedBy}, approved_role = ${row.approvedRole}, opened_at = ${tx.now},
          closes_at = ${tx.now}::timestamptz + make_interval(mins => ${row.minutes}::int)
        where id = ${row.id} returning closes_at`,
  )
  return closesAt
}

/** Ends an opening and whatever session of the account is live. */
export async function closeRow(tx: Tx, opening: Opening): Promise<void> {
  await tx.run(sql`update emergency_openings set closed_at = ${tx.now} where id = ${opening.id}`)
  await tx.run(sql`
    update staff_sessions set ended_at = ${tx.now}, ended_because = 'sealed' where user_id = ${opening.userId} and ended_at is null`)
}

const Watcher = z.object({ personId: z.string(), phoneSealed: z.instanceof(Buffer) })

/** Filed security officers of an agency and of those above it. */
export async function listWatchers(tx: Tx, agencyCode: string): Promise<z.infer<typeof Watcher>[]> {
  return tx.list(Watcher, sql`select person_id, phone_sealed from emergency_watchers_of(${agencyCode})`)
}
