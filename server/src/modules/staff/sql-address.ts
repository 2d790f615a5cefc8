import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import type { EventUser } from './sql-security-event.ts'

export const AddressState = z.enum(['listed', 'unlisted', 'none'])
export type AddressState = z.infer<typeof AddressState>

/** Whether an address is on the list of the agency together with that of the officer; `none` without any list. */
export async function getAddressState(tx: Tx, user: EventUser, address: string | null): Promise<AddressState> {
  const row = await tx.get(
    z.object({ state: AddressState }),
    sql`select office_address_state(${user.agencyCode}, ${user.id}, ${address}::inet, ${tx.now}) as state`,
  )
  return row.state
}

const AddressAgency = z.object({ code: z.string(), name: z.string(), ruleCount: z.number() })

/** Agencies of the officer's scope by part of their name, the own one first. */
export async function findAddressAgencies(tx: Tx, text: string): Promise<z.infer<typeof AddressAgency>[]> {
  return tx.list(
    AddressAgency,
    sql`select a.code, a.name, (select count(*)::int from staff_address_rules r
            where r.agency_code = a.code and r.starts_at <= ${tx.now} and (r.ends_at is null or r.ends_at > ${tx.now})) as rule_count
        from agencies a
        where a.code = any (array(select agencies_under(app_agency_code()))) and strpos(a.name, ${text}) > 0
        order by a.code <> app_agency_code(), rule_count desc, a.code limit 30`,
  )
}

const AgencyInScope = z.object({ name: z.string() })

/** Name of an agency of the officer's scope. */
export async function findAgencyName(tx: Tx, agencyCode: string): Promise<string | undefined> {
  const row = await tx.find(
    AgencyInScope,
    sql`select name from agencies where code = ${agencyCode} and agency_is_under(code, app_agency_code())`,
  )
  return row?.name
}

const StoredRule = z.object({
  id: z.string(),
  network: z.string(),
  label: z.string(),
  username: z.string().nullable(),
  holder: z.string().nullable(),
  startsAt: z.date(),
  endsAt: z.date().nullable(),
  state: z.enum(['in-force', 'to-come', 'over']),
  createdBy: z.string(),
})

/** Rules of an agency, those in force first, at most two hundred. */
export async function listAddressRules(tx: Tx, agencyCode: string): Promise<z.infer<typeof StoredRule>[]> {
  return tx.list(
    StoredRule,
    sql`select r.id, r.network::text as network, r.label, u.username, p.name as holder, r.starts_at, r.ends_at, c.name as created_by,
          case when r.ends_at <= ${tx.now} then 'over' when r.starts_at > ${tx.now} then 'to-come' else 'in-force' end as state
        from staff_address_rules r
        left join staff_users u on u.id = r.user_id left join staff_people p on p.id = u.person_id
        join staff_users w on w.id = r.created_by join staff_people c on c.id = w.person_id
        where r.agency_code = ${agencyCode}
        order by coalesce(r.ends_at <= ${tx.now}, false), r.created_at desc, r.id desc limit 200`,
  )
}

export async function insertAddressRule(
  tx: Tx,
  rule: {
    readonly id: string
    readonly agencyCode: string
    readonly userId: string | null
    readonly network: string
    readonly label: string
    readonly startsAt: Date
    readonly endsAt: Date | null
    readonly createdBy: string
  },
): Promise<void> {
  // Bits beyond the mask are of no account: 192.0.2.7/24 is the network 192.0.2.0/24.
  await tx.run(sql`
    insert into staff_address_rules (id, agency_code, user_id, network, label, starts_at, ends_at, created_by, created_at)
    values (${rule.id}, ${rule.agencyCode}, ${rule.userId}, network(${rule.network}::inet), ${rule.label}, ${rule.startsAt},
      ${rule.endsAt}, ${rule.createdBy}, ${tx.now})`)
}

const EndedRule = z.object({ agencyCode: z.string() })

/** Ends a rule now; one that never began ends where it would have begun. */
export async function endAddressRule(tx: Tx, ruleId: string, endedBy: string): Promise<string | undefined> {
  const row = await tx.find(
    EndedRule,
    sql`update staff_address_rules set ends_at = greatest(${tx.now}::timestamptz, starts_at), ended_by = ${endedBy}
        where id = ${ruleId} and (ends_at is null or ends_at > ${tx.now})
        returning agency_code`,
  )
  return row?.agencyCode
}

const UserOfAgency = z.object({ id: z.string() })

export async function findUserOfAgency(tx: Tx, agencyCode: string, username: string): Promise<string | undefined> {
  const row = await tx.find(
    UserOfAgency,
    sql`select id from staff_users where agency_code = ${agencyCode} and username = ${username}`,
  )
  return row?.id
}
