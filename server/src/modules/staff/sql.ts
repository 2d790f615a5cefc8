import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AgencyLevel } from '@xingtan/contract/agency-reference'
import { OfficeRole } from '@xingtan/contract/office/session'
import type { Tx } from '../../platform/db.ts'
import { createFailureWait } from '../../platform/failure-wait.ts'
import { sql } from '../../platform/sql.ts'

const StaffUser = z.object({
  id: z.string(),
  username: z.string(),
  personId: z.string(),
  name: z.string(),
  agencyCode: z.string(),
  pointId: z.string().nullable(),
  passwordHash: z.string(),
  roles: z.array(OfficeRole),
  keySerial: z.string().nullable(),
  /** Enabled, and filed at the province for today (ACC-8, S-029). */
  isAdmitted: z.boolean(),
})
export type StaffUser = z.infer<typeof StaffUser>

/** The user behind a name, with the SM2 key on file and whether the person may work today. */
export async function findStaffUser(tx: Tx, username: string): Promise<StaffUser | undefined> {
  return tx.find(
    StaffUser,
    sql`select u.id, u.username, u.person_id, p.name, u.agency_code, u.point_id, u.password_hash, u.roles, k.serial as key_serial,
          u.enabled and coalesce(p.filed_from <= ${tx.now} and p.filed_until > ${tx.now}, false)
            and (not u.is_emergency or emergency_open_until(u.id) is not null) as is_admitted
        from staff_users u join staff_people p on p.id = u.person_id
        left join staff_keys k on k.user_id = u.id and k.kind = 'sm2' and k.revoked_at is null
        where u.username = ${username} order by k.registered_at desc limit 1`,
  )
}

/** Name of a user who is signed in. */
export async function getUsername(tx: Tx, userId: string): Promise<string> {
  return (await tx.get(z.object({ username: z.string() }), sql`select username from staff_users where id = ${userId}`))
    .username
}

export async function insertSignIn(
  tx: Tx,
  signIn: {
    readonly ticketHash: Buffer
    readonly userId: string
    readonly deviceHash: Buffer
    readonly challenge: string
    readonly expiresAt: Date
  },
): Promise<void> {
  await tx.run(sql`
    insert into staff_sign_ins (id, ticket_hash, user_id, device_hash, challenge, expires_at)
    values (${randomUUID()}, ${signIn.ticketHash}, ${signIn.userId}, ${signIn.deviceHash}, ${signIn.challenge}, ${signIn.expiresAt})`)
}

const StartedSignIn = z.object({ id: z.string(), userId: z.string(), challenge: z.string(), username: z.string() })
export type StartedSignIn = z.infer<typeof StartedSignIn>

/** Takes a started sign-in: once, within its 60 seconds, in the browser that started it (S-034). */
export async function takeSignIn(tx: Tx, ticketHash: Buffer, deviceHash: Buffer): Promise<StartedSignIn | undefined> {
  return tx.find(
    StartedSignIn,
    sql`update staff_sign_ins s set used_at = ${tx.now} from staff_users u
        where u.id = s.user_id and s.ticket_hash = ${ticketHash} and s.device_hash = ${deviceHash}
          and s.used_at is null and s.expires_at > ${tx.now}
        returning s.id, s.user_id, s.challenge, u.username`,
  )
}

const Serial = z.object({ serial: z.string() })

export async function listRevokedSerials(tx: Tx): Promise<string[]> {
  const rows = await tx.list(Serial, sql`select serial from staff_keys where revoked_at is not null`)
  return rows.map((row) => row.serial)
}

/** A session as the policy of the day shapes it. */
export interface NewSession {
  readonly tokenHash: Buffer
  readonly userId: string
  readonly keySerial: string
  readonly idleSeconds: number
  readonly hours: number
  readonly addressRequired: boolean
  readonly address: string | null
  readonly device: string
}

/** Opens the one live session of a user; an older one ends and says why (S-023). */
export async function openStaffSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.run(sql`
    update staff_sessions set ended_at = ${tx.now}, ended_because = 'replaced'
    where user_id = ${session.userId} and ended_at is null`)
  await tx.run(sql`
    insert into staff_sessions (id, token_hash, user_id, key_serial, started_at, seen_at, ends_at, idle_seconds,
      address_required, address, device)
    values (${randomUUID()}, ${session.tokenHash}, ${session.userId}, ${session.keySerial}, ${tx.now}, ${tx.now},
      ${tx.now}::timestamptz + make_interval(hours => ${session.hours}::int), ${session.idleSeconds},
      ${session.addressRequired}, ${session.address}::inet, ${session.device})`)
}

const StaffSession = z.object({
  id: z.string(),
  userId: z.string(),
  personId: z.string(),
  name: z.string(),
  agencyCode: z.string(),
  agencyLevel: AgencyLevel,
  pointId: z.string().nullable(),
  roles: z.array(OfficeRole),
  keySerial: z.string(),
  seenAt: z.date(),
  endsAt: z.date(),
  idleSeconds: z.number(),
  isEmergency: z.boolean(),
  /** On the list, or no list is needed (S-037). */
  mayComeFromHere: z.boolean(),
})
export type StaffSession = z.infer<typeof StaffSession>

/**
 * The live session behind a cookie: within its idle and whole limits, the user still enabled and filed, the key not
 * revoked. Roles are the own ones and those delegated at this instant. Asked at every request, so that taking a right
 * away works at once (S-032, S-043, S-059).
 */
export async function touchStaffSession(
  tx: Tx,
  tokenHash: Buffer,
  address: string | null,
): Promise<StaffSession | undefined> {
  const session = await tx.find(
    StaffSession,
    sql`select s.id, s.user_id, u.person_id, p.name, u.agency_code, a.level as agency_level, u.point_id,
          array(select distinct role from unnest(u.roles || staff_delegated_roles(u.id)) as role) as roles, s.key_serial,
          s.seen_at, s.ends_at, s.idle_seconds, u.is_emergency,
          case office_address_state(u.agency_code, u.id, ${address}::inet, ${tx.now})
            when 'none' then not s.address_required when 'listed' then true else false end as may_come_from_here
        from staff_sessions s
        join staff_users u on u.id = s.user_id and u.enabled
        join staff_people p on p.id = u.person_id and p.filed_from <= ${tx.now} and p.filed_until > ${tx.now}
        join staff_keys k on k.serial = s.key_serial and k.revoked_at is null
        join agencies a on a.code = u.agency_code
        where s.token_hash = ${tokenHash} and s.ended_at is null and s.ends_at > ${tx.now}
          and (not u.is_emergency or emergency_open_until(u.id) is not null)
          and s.seen_at > ${tx.now}::timestamptz - make_interval(secs => s.idle_seconds)`,
  )
  if (session?.mayComeFromHere === true && tx.now.getTime() - session.seenAt.getTime() > 30_000) {
    await tx.run(sql`update staff_sessions set seen_at = ${tx.now} where id = ${session.id}`)
  }
  return session
}

const Noted = z.object({ noted: z.boolean() })

/** One line for what an opened emergency account asks for; false when it is not open (S-042). */
export async function noteEmergencyRead(
  tx: Tx,
  userId: string,
  asked: { readonly endpoint: string; readonly objectId: string },
): Promise<boolean> {
  const { noted } = await tx.get(
    Noted,
    sql`select note_emergency_read(${userId}, ${asked.endpoint}, ${asked.objectId}) as noted`,
  )
  return noted
}

const Ended = z.object({ endedBecause: z.string().nullable() })

export async function findEndedBecause(tx: Tx, tokenHash: Buffer): Promise<string | null> {
  const row = await tx.find(Ended, sql`select ended_because from staff_sessions where token_hash = ${tokenHash}`)
  return row?.endedBecause ?? null
}

export async function endStaffSession(
  tx: Tx,
  sessionId: string,
  because: 'signed-out' | 'address' = 'signed-out',
): Promise<void> {
  await tx.run(sql`
    update staff_sessions set ended_at = ${tx.now}, ended_because = ${because} where id = ${sessionId} and ended_at is null`)
}

/** Failed sign-ins in a row of a user name (S-005). */
export const STAFF_FAILURES = createFailureWait(sql`staff_failures`, sql`username_hash`)
