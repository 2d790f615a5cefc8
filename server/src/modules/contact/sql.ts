import { AgencyLevel } from '@xingtan/contract/agency-reference'
import { QualificationType } from '@xingtan/contract/qualification'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'

const StoredContact = z.object({
  agencyCode: z.string(),
  name: z.string(),
  level: AgencyLevel,
  types: z.array(QualificationType),
  parentCode: z.string().nullable(),
  parentName: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  hours: z.string().nullable(),
  notes: z.string().nullable(),
  website: z.string().nullable(),
  publishedAt: z.date().nullable(),
})
export type StoredContact = z.infer<typeof StoredContact>

/** Agencies that stand, with the newest 机构公示信息 of each. */
function contacts(day: string): Sql {
  return sql`select a.code as agency_code, a.name, a.level, u.code as parent_code, u.name as parent_name, f.address, f.phone, f.email,
      f.hours, f.notes, f.website, f.published_at,
      array(select p.qualification_type from agency_powers p
        where p.agency_code = a.code and p.held_from <= ${day}::date and (p.held_to is null or p.held_to > ${day}::date) order by 1) as types
    from agencies a left join agencies u on u.code = a.parent_code and u.level <> 'nation'
    left join lateral (select address, phone, email, hours, notes, website, published_at from agency_profiles
      where agency_code = a.code order by version desc limit 1) f on true`
}

/** All agencies of a province: its own first, each city followed by its counties. */
export async function listContactsOf(tx: Tx, regionCode: string): Promise<StoredContact[]> {
  return tx.list(
    StoredContact,
    sql`${contacts(tx.today)} where left(a.region_code, 2) = left(${regionCode}, 2) and a.status = 'active'
        order by a.region_code, a.code limit 400`,
  )
}

export async function findContact(tx: Tx, agencyCode: string): Promise<StoredContact | undefined> {
  return tx.find(
    StoredContact,
    sql`${contacts(tx.today)} where a.code = ${agencyCode} and a.status = 'active' and a.level <> 'nation'`,
  )
}

const StoredPoint = z.object({
  pointId: z.string(),
  name: z.string(),
  address: z.string(),
  hours: z.string(),
})

/** 确认点 of an agency that are in use. */
export async function listPointsOf(tx: Tx, agencyCode: string): Promise<z.infer<typeof StoredPoint>[]> {
  return tx.list(
    StoredPoint,
    sql`select id as point_id, name, address, hours from points where agency_code = ${agencyCode} and is_active order by code`,
  )
}
