import { z } from 'zod'
import type { AgencyProfile } from '@xingtan/contract/office/agency-profile'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const PublishedProfile = z.object({
  version: z.number(),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
  hours: z.string(),
  notes: z.string(),
  website: z.string().nullable(),
  publishedAt: z.date(),
})
export type PublishedProfile = z.infer<typeof PublishedProfile>

/** 机构公示信息 as the public sees it: the newest version, or undefined while there is none (PUB-4). */
export async function findProfile(tx: Tx, agencyCode: string): Promise<PublishedProfile | undefined> {
  return tx.find(
    PublishedProfile,
    sql`select version, address, phone, email, hours, notes, website, published_at from agency_profiles
        where agency_code = ${agencyCode} order by version desc limit 1`,
  )
}

const Version = z.object({ version: z.number(), publishedAt: z.date(), publishedBy: z.string() })

/** Versions of the own agency, newest first, at most twenty. */
export async function listProfileVersions(tx: Tx, agencyCode: string): Promise<z.infer<typeof Version>[]> {
  return tx.list(
    Version,
    sql`select f.version, f.published_at, p.name as published_by from agency_profiles f
        join staff_users u on u.id = f.published_by join staff_people p on p.id = u.person_id
        where f.agency_code = ${agencyCode} order by f.version desc limit 20`,
  )
}

const Below = z.object({ code: z.string(), name: z.string(), publishedAt: z.date().nullable() })

/** Agencies right below that still stand, with the instant of their newest version; those without one first. */
export async function listProfilesBelow(tx: Tx, parentCode: string): Promise<z.infer<typeof Below>[]> {
  return tx.list(
    Below,
    sql`select a.code, a.name,
          (select max(f.published_at) from agency_profiles f where f.agency_code = a.code) as published_at
        from agencies a where a.parent_code = ${parentCode} and a.status = 'active'
        order by 3 nulls first, a.code`,
  )
}

export interface NewProfile {
  readonly agencyCode: string
  readonly version: number
  readonly profile: AgencyProfile
  readonly publishedBy: string
}

/** Writes a version; its number is the key, so that of two at one moment the second fails. */
export async function insertProfile(tx: Tx, { agencyCode, version, profile, publishedBy }: NewProfile): Promise<void> {
  await tx.run(sql`
    insert into agency_profiles (agency_code, version, address, phone, email, hours, notes, website, published_by, published_at)
    values (${agencyCode}, ${version}, ${profile.address}, ${profile.phone}, ${profile.email}, ${profile.hours},
      ${profile.notes}, ${profile.website}, ${publishedBy}, ${tx.now})`)
}

const Contact = z.object({ phone: z.string(), email: z.string() })

/** Phones and mailboxes that the own agency and those below have published of themselves. */
export async function listPublicContacts(tx: Tx, agencyCode: string): Promise<string[]> {
  const rows = await tx.list(
    Contact,
    sql`select distinct on (f.agency_code) f.phone, f.email from agency_profiles f
        where f.agency_code in (select agencies_under(${agencyCode})) order by f.agency_code, f.version desc`,
  )
  return rows.flatMap(({ phone, email }) => [...phone.split(/[、,，;；/]\s*/), email])
}
