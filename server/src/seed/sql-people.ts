import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

const Found = z.object({ id: z.string() })

export interface SeedOfficer {
  readonly username: string
  readonly name: string
  readonly personIndex: Buffer
  readonly agencyName: string
  readonly roles: readonly string[]
  readonly serial: string
  readonly revoked: boolean
  readonly passwordHash: string
}

/** An office person, filed and with a key on file; repeated seeding changes nothing. */
export async function layOfficer(tx: Tx, officer: SeedOfficer): Promise<void> {
  const person = await tx.get(
    Found,
    sql`insert into staff_people (id, name, person_index, filed_from, filed_until)
        values (gen_random_uuid(), ${officer.name}, ${officer.personIndex}, '2020-01-01', '2049-12-31')
        on conflict (person_index) do update set name = excluded.name returning id`,
  )
  const user = await tx.find(
    Found,
    sql`insert into staff_users (id, person_id, agency_code, point_id, username, password_hash, roles)
        select gen_random_uuid(), ${person.id}, a.code,
          case when 'confirm' = any (${officer.roles}::text[]) then (select id from points where agency_code = a.code order by code limit 1) end,
          ${officer.username}, ${officer.passwordHash}, ${officer.roles}::text[]
        from agencies a where a.name = ${officer.agencyName} and left(a.code, 2) in ('33', '00')
        on conflict (username) do update set enabled = true returning id`,
  )
  if (user === undefined) return
  await tx.run(sql`
    insert into staff_keys (serial, user_id, registered_at, revoked_at)
    values (${officer.serial}, ${user.id}, ${tx.now}, case when ${officer.revoked} then ${tx.now}::timestamptz end)
    on conflict (serial) do nothing`)
}

/** User names that are there; a later release adds its new ones and leaves these alone. */
export async function listUsernames(tx: Tx): Promise<string[]> {
  const rows = await tx.list(z.object({ username: z.string() }), sql`select username from staff_users`)
  return rows.map(({ username }) => username)
}

export interface SeedAccount {
  readonly numberSealed: Buffer
  readonly personIndex: Buffer
  readonly name: string
  readonly sex: 1 | 2
  readonly birthOn: string
  readonly phoneSealed: Buffer
  readonly phoneIndex: Buffer
  readonly passwordHash: string
}

/** A proven account with a complete profile. */
export async function layAccount(tx: Tx, account: SeedAccount): Promise<void> {
  await tx.run(sql`
    insert into accounts (id, document_type, number_sealed, person_index, name, sex, birth_on, ethnic_group, phone_sealed,
      phone_index, password_hash, real_name_state, real_name_checked_at, claimed_at, created_at)
    values (gen_random_uuid(), 'resident-id', ${account.numberSealed}, ${account.personIndex}, ${account.name}, ${account.sex},
      ${account.birthOn}, '01', ${account.phoneSealed}, ${account.phoneIndex}, ${account.passwordHash}, 'proven', ${tx.now},
      ${tx.now}, ${tx.now})
    on conflict do nothing`)
}

export async function layRestriction(
  tx: Tx,
  entry: {
    readonly personIndex: Buffer
    readonly name: string
    readonly kind: string
    readonly startsOn: string
    readonly endsOn: string | null
    readonly number: string
  },
): Promise<void> {
  await tx.run(sql`
    insert into restrictions (id, person_index, name, kind, starts_on, ends_on, state, decision_number, decided_by)
    select gen_random_uuid(), ${entry.personIndex}, ${entry.name}, ${entry.kind}, ${entry.startsOn}, ${entry.endsOn}, 'effective',
      ${entry.number}, '演示处罚机关'
    where not exists (select 1 from restrictions where person_index = ${entry.personIndex})`)
}
