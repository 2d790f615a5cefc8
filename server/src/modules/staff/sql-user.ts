import { z } from 'zod'
import { OfficeRole } from '@xingtan/contract/office/session'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const ManagedUser = z.object({
  id: z.string(),
  personId: z.string(),
  username: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  pointId: z.string().nullable(),
  pointName: z.string().nullable(),
  roles: z.array(OfficeRole),
  delegatedRoles: z.array(OfficeRole),
  enabled: z.boolean(),
  isActivated: z.boolean(),
  codeExpiresAt: z.date().nullable(),
  personAgencyCode: z.string(),
})
export type ManagedUser = z.infer<typeof ManagedUser>

const USER = sql`select u.id, u.person_id, u.username, u.agency_code, a.name as agency_name, u.point_id, t.name as point_name,
    u.roles, staff_delegated_roles(u.id) as delegated_roles, u.enabled,
    u.activated_at is not null or u.opened_by is null as is_activated,
    (select c.expires_at from staff_activations c where c.user_id = u.id and c.used_at is null and c.ended_at is null
       and c.expires_at > app_now()) as code_expires_at,
    p.agency_code as person_agency_code
  from staff_users u join agencies a on a.code = u.agency_code join staff_people p on p.id = u.person_id
    left join points t on t.id = u.point_id`

const SCOPE = sql`u.agency_code = any ((select app_agencies_administered())::text[])`

/** A user of one's own tree, held until the end of the transaction; emergency accounts are not administered here. */
export async function lockUser(tx: Tx, userId: string): Promise<ManagedUser | undefined> {
  const held = await tx.find(
    z.object({ id: z.string() }),
    sql`select u.id from staff_users u where u.id = ${userId} and ${SCOPE} and not u.is_emergency for update`,
  )
  return held === undefined ? undefined : tx.get(ManagedUser, sql`${USER} where u.id = ${userId}`)
}

export async function listUsersOf(tx: Tx, personId: string): Promise<ManagedUser[]> {
  return tx.list(ManagedUser, sql`${USER} where u.person_id = ${personId} order by u.enabled desc, u.opened_at, u.id`)
}

const Roles = z.object({ roles: z.array(OfficeRole) })

/** Roles of the person's enabled accounts but one, and those delegated to any of them now or later. */
export async function listOtherRoles(tx: Tx, personId: string, exceptUserId: string | null): Promise<OfficeRole[]> {
  const { roles } = await tx.get(
    Roles,
    sql`select array(
          select role from staff_users u, unnest(u.roles) as role
            where u.person_id = ${personId} and u.enabled and u.id is distinct from ${exceptUserId}::uuid
          union
          select role from staff_delegations d join staff_users u on u.id = d.to_user_id, unnest(d.roles) as role
            where u.person_id = ${personId} and d.ended_at is null and d.ends_at > ${tx.now}) as roles`,
  )
  return roles
}

export interface NewUser {
  readonly id: string
  readonly personId: string
  readonly agencyCode: string
  readonly pointId: string | null
  readonly username: string
  /** Of a secret nobody knows, until the person sets a password. */
  readonly passwordHash: string
  readonly roles: readonly OfficeRole[]
  readonly openedBy: string
  readonly isEmergency?: boolean
}

export async function insertUser(tx: Tx, user: NewUser): Promise<boolean> {
  const added = await tx.run(sql`
    insert into staff_users (id, person_id, agency_code, point_id, username, password_hash, roles, opened_at, opened_by, is_emergency)
    values (${user.id}, ${user.personId}, ${user.agencyCode}, ${user.pointId}, ${user.username}, ${user.passwordHash},
      ${[...user.roles]}, ${tx.now}, ${user.openedBy}, ${user.isEmergency ?? false})
    on conflict (username) do nothing`)
  return added === 1
}

export async function setRoles(
  tx: Tx,
  userId: string,
  wanted: { readonly roles: readonly OfficeRole[]; readonly pointId: string | null },
): Promise<void> {
  await tx.run(
    sql`update staff_users set roles = ${[...wanted.roles]}, point_id = ${wanted.pointId} where id = ${userId}`,
  )
}

/** Ends the user with its sessions, codes and delegations; the key stays on file and opens nothing meanwhile. */
export async function disableUserRow(tx: Tx, userId: string, reason: string): Promise<void> {
  await tx.run(sql`
    update staff_users set enabled = false, disabled_at = ${tx.now}, disabled_because = ${reason} where id = ${userId}`)
  await tx.run(sql`
    update staff_sessions set ended_at = ${tx.now}, ended_because = 'disabled' where user_id = ${userId} and ended_at is null`)
  await tx.run(sql`
    update staff_activations set ended_at = ${tx.now} where user_id = ${userId} and used_at is null and ended_at is null`)
  await tx.run(sql`
    update staff_delegations set ended_at = ${tx.now}, ended_because = 'disabled'
    where (from_user_id = ${userId} or to_user_id = ${userId}) and ended_at is null`)
}

export async function enableUserRow(tx: Tx, userId: string): Promise<void> {
  await tx.run(
    sql`update staff_users set enabled = true, disabled_at = null, disabled_because = null where id = ${userId}`,
  )
}

const Key = z.object({
  serial: z.string(),
  userId: z.string(),
  registeredAt: z.date(),
  revokedAt: z.date().nullable(),
})
export type StaffKey = z.infer<typeof Key>

export async function listKeysOf(tx: Tx, personId: string): Promise<StaffKey[]> {
  return tx.list(
    Key,
    sql`select k.serial, k.user_id, k.registered_at, k.revoked_at from staff_keys k join staff_users u on u.id = k.user_id
        where u.person_id = ${personId} order by k.revoked_at nulls first, k.registered_at desc`,
  )
}

/** Files the serial for a user; false when it is on file already, whosever it is. An older key of the user is revoked. */
export async function insertKey(
  tx: Tx,
  key: { readonly serial: string; readonly userId: string; readonly registeredBy: string },
): Promise<boolean> {
  const added = await tx.run(sql`
    insert into staff_keys (serial, user_id, registered_at, registered_by)
    values (${key.serial}, ${key.userId}, ${tx.now}, ${key.registeredBy}) on conflict (serial) do nothing`)
  if (added === 0) return false
  await tx.run(sql`
    update staff_keys set revoked_at = ${tx.now}, revoked_because = 'replaced'
    where user_id = ${key.userId} and serial <> ${key.serial} and revoked_at is null`)
  await endKeySessions(tx, key.userId, key.serial)
  return true
}

/** Sessions of a user that another key opened end. */
async function endKeySessions(tx: Tx, userId: string, keptSerial: string | null): Promise<void> {
  await tx.run(sql`
    update staff_sessions set ended_at = ${tx.now}, ended_because = 'key-revoked'
    where user_id = ${userId} and key_serial is distinct from ${keptSerial} and ended_at is null`)
}

export async function findKey(tx: Tx, serial: string): Promise<StaffKey | undefined> {
  return tx.find(Key, sql`select serial, user_id, registered_at, revoked_at from staff_keys where serial = ${serial}`)
}

export async function revokeKeyRow(tx: Tx, key: StaffKey, reason: string): Promise<void> {
  await tx.run(
    sql`update staff_keys set revoked_at = ${tx.now}, revoked_because = ${reason} where serial = ${key.serial}`,
  )
  await endKeySessions(tx, key.userId, null)
}
