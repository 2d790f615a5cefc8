import { z } from 'zod'
import { AgencyLevel } from '@xingtan/contract/agency-reference'
import { DocumentType } from '@xingtan/contract/document'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Bytes = z.instanceof(Buffer)

const StaffPerson = z.object({
  id: z.string(),
  name: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  agencyLevel: AgencyLevel,
  filingAgencyCode: z.string(),
  filingAgencyName: z.string(),
  filedFrom: z.date().nullable(),
  filedUntil: z.date().nullable(),
  leftAt: z.date().nullable(),
  leftReason: z.string().nullable(),
  lastFiling: z.enum(['waiting', 'filed', 'returned', 'dropped']).nullable(),
  documentType: DocumentType.nullable(),
  numberSealed: Bytes.nullable(),
  phoneSealed: Bytes.nullable(),
  officePhone: z.string().nullable(),
  post: z.string().nullable(),
})
export type StaffPerson = z.infer<typeof StaffPerson>

const PERSON = sql`select p.id, p.name, p.agency_code, a.name as agency_name, a.level as agency_level,
    staff_filing_agency(p.agency_code) as filing_agency_code,
    (select name from agencies where code = staff_filing_agency(p.agency_code)) as filing_agency_name,
    p.filed_from, p.filed_until, p.left_at, p.left_reason,
    (select f.state from staff_filings f where f.person_id = p.id order by f.proposed_at desc, f.id limit 1) as last_filing,
    r.document_type, r.number_sealed, r.phone_sealed, r.office_phone, r.post
  from staff_people p join agencies a on a.code = p.agency_code left join staff_profiles r on r.person_id = p.id`

/** One's own tree; the sealed emergency accounts are nobody's to administer. */
const SCOPE = sql`p.agency_code = any ((select app_agencies_administered())::text[])
  and not exists (select 1 from staff_users e where e.person_id = p.id and e.is_emergency)`

/** A person of one's own tree with what is filed; others are as unknown as nobody (S-031). */
export async function findStaffPerson(tx: Tx, personId: string): Promise<StaffPerson | undefined> {
  return tx.find(StaffPerson, sql`${PERSON} where p.id = ${personId} and ${SCOPE}`)
}

/** The same, held until the end of the transaction: whatever is decided about one person happens one after another. */
export async function lockStaffPerson(tx: Tx, personId: string): Promise<StaffPerson | undefined> {
  const held = await tx.find(
    z.object({ id: z.string() }),
    sql`select p.id from staff_people p where p.id = ${personId} and ${SCOPE} for update`,
  )
  return held === undefined ? undefined : findStaffPerson(tx, held.id)
}

const Entered = z.object({ id: z.string(), outcome: z.enum(['entered', 'returned', 'present', 'elsewhere']) })

/** Enters a person once, whatever agencies try at the same moment (S-058). */
export async function enterPerson(
  tx: Tx,
  person: { readonly id: string; readonly index: Buffer; readonly name: string; readonly agencyCode: string },
): Promise<z.infer<typeof Entered>> {
  return tx.get(
    Entered,
    sql`select id, outcome from enter_staff_person(${person.id}, ${person.index}, ${person.name}, ${person.agencyCode})`,
  )
}

export interface Profile {
  readonly personId: string
  readonly agencyCode: string
  readonly documentType: DocumentType
  readonly numberSealed: Buffer
  readonly phoneSealed: Buffer
  readonly officePhone: string | null
  readonly post: string
}

export async function layProfile(tx: Tx, row: Profile): Promise<void> {
  await tx.run(sql`
    insert into staff_profiles (person_id, agency_code, document_type, number_sealed, phone_sealed, office_phone, post)
    values (${row.personId}, ${row.agencyCode}, ${row.documentType}, ${row.numberSealed}, ${row.phoneSealed}, ${row.officePhone}, ${row.post})
    on conflict (person_id) do update set document_type = excluded.document_type, number_sealed = excluded.number_sealed,
      phone_sealed = excluded.phone_sealed, office_phone = excluded.office_phone, post = excluded.post`)
}

/** What the filing agency has decided becomes what is filed. */
export async function fileProfile(
  tx: Tx,
  row: Pick<Profile, 'personId' | 'agencyCode' | 'phoneSealed' | 'officePhone' | 'post'> & { readonly name: string },
): Promise<void> {
  await tx.run(sql`update staff_people set name = ${row.name} where id = ${row.personId}`)
  await tx.run(sql`
    insert into staff_profiles (person_id, agency_code, phone_sealed, office_phone, post)
    values (${row.personId}, ${row.agencyCode}, ${row.phoneSealed}, ${row.officePhone}, ${row.post})
    on conflict (person_id) do update set phone_sealed = excluded.phone_sealed, office_phone = excluded.office_phone, post = excluded.post`)
}

export async function setFiled(
  tx: Tx,
  personId: string,
  interval: { readonly from: Date; readonly until: Date },
): Promise<void> {
  await tx.run(
    sql`update staff_people set filed_from = ${interval.from}, filed_until = ${interval.until} where id = ${personId}`,
  )
}

const Ended = z.object({ done: z.boolean() })

/** Ends every account, session, key and delegation of the person, in whatever agency; false when it was done before. */
export async function endPerson(tx: Tx, personId: string, reason: string): Promise<boolean> {
  return (await tx.get(Ended, sql`select end_staff_person(${personId}, ${reason}) as done`)).done
}

const ListedPerson = z.object({
  id: z.string(),
  name: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  post: z.string().nullable(),
  filedFrom: z.date().nullable(),
  filedUntil: z.date().nullable(),
  leftAt: z.date().nullable(),
  lastFiling: StaffPerson.shape.lastFiling,
  userCount: z.number(),
})

export interface PersonFilter {
  readonly agencyCode: string | null
  readonly show: 'waiting' | 'filed' | 'renewal' | 'ended' | 'left' | null
  /** End of the days in which a filing is up for renewal. */
  readonly renewBefore: Date
}

function shown(tx: Tx, { show, renewBefore }: PersonFilter) {
  const filed = sql`p.left_at is null and p.filed_from is not null and (p.filed_until is null or p.filed_until > ${tx.now})`
  const waiting = sql`exists (select 1 from staff_filings f where f.person_id = p.id and f.state = 'waiting')`
  if (show === 'waiting') return sql`p.left_at is null and ${waiting}`
  if (show === 'filed') return filed
  // Filings without an end are none of this system's making.
  if (show === 'renewal') return sql`p.left_at is null and p.filed_until <= ${renewBefore} and not ${waiting}`
  if (show === 'ended') return sql`p.left_at is null and not (${filed}) and not ${waiting}`
  return show === 'left' ? sql`p.left_at is not null` : sql`p.left_at is null`
}

/** People of one's own tree by agency, name and id; keyset paged. */
export async function listPeople(
  tx: Tx,
  filter: PersonFilter,
  page: { readonly afterId: string | null; readonly limit: number },
): Promise<z.infer<typeof ListedPerson>[]> {
  const { afterId } = page
  const later =
    afterId === null
      ? sql`true`
      : sql`(p.agency_code, p.name, p.id) > (select agency_code, name, id from staff_people where id = ${afterId})`
  return tx.list(
    ListedPerson,
    sql`select p.id, p.name, p.agency_code, a.name as agency_name, r.post, p.filed_from, p.filed_until, p.left_at,
          (select f.state from staff_filings f where f.person_id = p.id order by f.proposed_at desc, f.id limit 1) as last_filing,
          (select count(*) from staff_users u where u.person_id = p.id and u.enabled) as user_count
        from staff_people p join agencies a on a.code = p.agency_code left join staff_profiles r on r.person_id = p.id
        where ${SCOPE} and (${filter.agencyCode}::text is null or p.agency_code = ${filter.agencyCode}) and ${shown(tx, filter)}
          and ${later} order by p.agency_code, p.name, p.id limit ${page.limit}`,
  )
}

const Place = z.object({ code: z.string(), name: z.string() })
const PointRow = z.object({ id: z.string(), name: z.string() })

/** Agencies one administers people of. */
export async function listAdministered(tx: Tx): Promise<z.infer<typeof Place>[]> {
  return tx.list(
    Place,
    sql`select code, name from agencies where code = any ((select app_agencies_administered())::text[])
        order by array_position(array['nation', 'province', 'city', 'county'], level), code`,
  )
}

export async function listPointsOf(tx: Tx, agencyCode: string): Promise<z.infer<typeof PointRow>[]> {
  return tx.list(
    PointRow,
    sql`select id, name from points where agency_code = ${agencyCode} and is_active
          and agency_code = any ((select app_agencies_administered())::text[]) order by code`,
  )
}
