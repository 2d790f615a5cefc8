import { z } from 'zod'
import { AgencyLevel } from '@xingtan/contract/agency-reference'
import { QualificationType } from '@xingtan/contract/qualification'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { isHeldOnDay } from './sql.ts'

const ListedAgency = z.object({
  code: z.string(),
  name: z.string(),
  level: AgencyLevel,
  regionName: z.string(),
  types: z.array(QualificationType),
  successorCode: z.string().nullable(),
  successorName: z.string().nullable(),
  belowCount: z.number(),
})
export type ListedAgency = z.infer<typeof ListedAgency>

const listed = (day: string) => sql`select a.code, a.name, a.level, r.name as region_name, a.successor_code,
    heir.name as successor_name,
    array(select p.qualification_type from agency_powers p where p.agency_code = a.code and ${isHeldOnDay(day)} order by 1) as types,
    (select count(*) from agencies below where below.parent_code = a.code) as below_count
  from agencies a join regions r on r.code = a.region_code left join agencies heir on heir.code = a.successor_code`

/** Agencies right under one. */
export async function listAgenciesBelow(tx: Tx, parentCode: string): Promise<ListedAgency[]> {
  return tx.list(ListedAgency, sql`${listed(tx.today)} where a.parent_code = ${parentCode} order by a.code`)
}

/** Agencies of a tree by a part of the name or the beginning of the code, at most `limit`. */
export async function searchAgencies(
  tx: Tx,
  asked: { readonly topCode: string; readonly text: string; readonly limit: number },
): Promise<ListedAgency[]> {
  return tx.list(
    ListedAgency,
    sql`${listed(tx.today)}
        where a.code in (select agencies_under(${asked.topCode}))
          and (position(${asked.text} in a.name) > 0 or starts_with(a.code, ${asked.text}))
        order by a.code limit ${asked.limit}`,
  )
}

const Place = z.object({ code: z.string(), name: z.string() })
export type AgencyPlace = z.infer<typeof Place>

/** From `topCode` down to the agency; empty when it does not answer to `topCode`. */
export async function listAgencyPath(tx: Tx, code: string, topCode: string): Promise<AgencyPlace[]> {
  return tx.list(
    Place,
    sql`with recursive up as (
          select code, name, parent_code, 0 as height from agencies where code = ${code}
          union all
          select a.code, a.name, a.parent_code, up.height + 1 from up join agencies a on a.code = up.parent_code
            where up.code <> ${topCode}
        )
        select code, name from up where exists (select 1 from up where code = ${topCode}) order by height desc`,
  )
}

const Power = z.object({
  powerId: z.string(),
  qualificationType: QualificationType,
  heldFrom: z.string(),
  heldTo: z.string().nullable(),
  source: z.string(),
})
export type Power = z.infer<typeof Power>

/** Every power the agency has, had or will have. */
export async function listPowers(tx: Tx, agencyCode: string): Promise<Power[]> {
  return tx.list(
    Power,
    sql`select id as power_id, qualification_type, held_from, held_to, source from agency_powers
        where agency_code = ${agencyCode} order by qualification_type, held_from`,
  )
}

const Name = z.object({ name: z.string(), heldFrom: z.string(), orderNumber: z.string().nullable() })

/** Names of the agency, newest first. */
export async function listNames(tx: Tx, agencyCode: string): Promise<z.infer<typeof Name>[]> {
  return tx.list(
    Name,
    sql`select name, held_from, order_number from agency_names where agency_code = ${agencyCode} order by held_from desc`,
  )
}

/** Agencies that ended and whose place this one took. */
export async function listPredecessors(tx: Tx, agencyCode: string): Promise<AgencyPlace[]> {
  return tx.list(Place, sql`select code, name from agencies where successor_code = ${agencyCode} order by code`)
}

export async function insertPower(
  tx: Tx,
  power: {
    readonly id: string
    readonly agencyCode: string
    readonly type: QualificationType
    readonly heldFrom: string
    readonly source: string
  },
): Promise<void> {
  await tx.run(sql`
    insert into agency_powers (id, agency_code, qualification_type, held_from, source)
    values (${power.id}, ${power.agencyCode}, ${power.type}, ${power.heldFrom}, ${power.source})`)
}

export async function markPowerEnded(tx: Tx, powerId: string, heldTo: string): Promise<void> {
  await tx.run(sql`update agency_powers set held_to = ${heldTo} where id = ${powerId}`)
}

/** Renames; a second change on one day replaces that of the day. */
export async function renameInRegister(
  tx: Tx,
  renamed: { readonly code: string; readonly name: string; readonly orderNumber: string },
): Promise<void> {
  await tx.run(sql`update agencies set name = ${renamed.name} where code = ${renamed.code}`)
  await tx.run(sql`
    insert into agency_names (agency_code, name, held_from, order_number)
    values (${renamed.code}, ${renamed.name}, ${tx.today}, ${renamed.orderNumber})
    on conflict (agency_code, held_from) do update set name = excluded.name, order_number = excluded.order_number`)
}

/** Codes ever given inside a province, under a lock that makes two new agencies wait for each other. */
export async function lockGivenCodes(tx: Tx, province: string): Promise<string[]> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('agency-code'), ${province}::int)`)
  const rows = await tx.list(
    z.object({ code: z.string() }),
    sql`select code from agencies where starts_with(code, ${province})`,
  )
  return rows.map(({ code }) => code)
}

export async function insertAgency(
  tx: Tx,
  agency: {
    readonly code: string
    readonly name: string
    readonly level: 'province' | 'city' | 'county'
    readonly regionCode: string
    readonly parentCode: string
    readonly orderNumber: string
  },
): Promise<void> {
  await tx.run(sql`
    insert into agencies (code, name, level, region_code, parent_code)
    values (${agency.code}, ${agency.name}, ${agency.level}, ${agency.regionCode}, ${agency.parentCode})`)
  await tx.run(sql`
    insert into agency_names (agency_code, name, held_from, order_number)
    values (${agency.code}, ${agency.name}, ${tx.today}, ${agency.orderNumber})`)
}

/** Whether a sister agency bears the name already. */
export async function hasSisterNamed(tx: Tx, parentCode: string | null, name: string): Promise<boolean> {
  const found = await tx.find(
    z.object({ code: z.string() }),
    sql`select code from agencies where parent_code is not distinct from ${parentCode} and name = ${name} limit 1`,
  )
  return found !== undefined
}
