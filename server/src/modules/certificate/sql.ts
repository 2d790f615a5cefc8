import { z } from 'zod'
import { QualificationType } from '@xingtan/contract/qualification'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const CertificateState = z.enum(['valid', 'suspended', 'void'])

const ListedCertificate = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  qualificationType: QualificationType,
  subjectName: z.string(),
  agencyName: z.string(),
  issuedAt: z.date(),
  issuedOn: z.string(),
  state: CertificateState,
})
export type ListedCertificate = z.infer<typeof ListedCertificate>

/** Where a page of the list ended. */
export interface CertificateMark {
  readonly issuedAt: string
  readonly id: string
}

const listed = sql`id, number, name, qualification_type, subject_name, agency_name, issued_at, issued_on, state`

/**
 * Certificates of the agency, newest first, by keyset. A confirm user sees those of the own point's cases alone, since
 * the cases in scope decide (S-049).
 */
export async function listCertificates(
  tx: Tx,
  asked: { readonly year: number | null; readonly after: CertificateMark | null; readonly limit: number },
): Promise<ListedCertificate[]> {
  const { year, after, limit } = asked
  const ofYear = year === null ? sql`true` : sql`year = ${year}`
  const later =
    after === null
      ? sql`true`
      : sql`(issued_at < ${after.issuedAt}::timestamptz or issued_at = ${after.issuedAt}::timestamptz and id > ${after.id}::uuid)`
  return tx.list(
    ListedCertificate,
    sql`select ${listed} from certificates c
        where agency_code = app_agency_code() and ${ofYear} and ${later}
          and exists (select 1 from applications a where a.id = c.application_id)
        order by issued_at desc, id limit ${limit}`,
  )
}

const Certificate = ListedCertificate.extend({
  applicationId: z.string(),
  sex: z.union([z.literal(1), z.literal(2)]),
  birthOn: z.string(),
  ethnicGroup: z.string(),
  numberSealed: z.instanceof(Buffer),
  photoFileId: z.string(),
})
export type Certificate = z.infer<typeof Certificate>

/** One certificate of a case in scope. */
export async function findCertificate(tx: Tx, id: string): Promise<Certificate | undefined> {
  return tx.find(
    Certificate,
    sql`select ${listed}, application_id, sex, birth_on, ethnic_group, number_sealed, photo_file_id from certificates c
        where id = ${id} and exists (select 1 from applications a where a.id = c.application_id)`,
  )
}

const CaseCertificate = z.object({ id: z.string(), number: z.string(), issuedOn: z.string() })
export type CaseCertificate = z.infer<typeof CaseCertificate>

/** The certificate a case led to. */
export async function findCertificateOfCase(tx: Tx, applicationId: string): Promise<CaseCertificate | undefined> {
  return tx.find(
    CaseCertificate,
    sql`select id, number, issued_on from certificates where application_id = ${applicationId}`,
  )
}

/** Certificates of the person in scope, newest first. */
export async function listOwn(tx: Tx, accountId: string): Promise<ListedCertificate[]> {
  return tx.list(
    ListedCertificate,
    sql`select ${listed} from certificates where account_id = ${accountId} order by issued_at desc, id`,
  )
}

const Answer = z.object({
  name: z.string(),
  number: z.string(),
  qualificationType: QualificationType,
  subjectName: z.string(),
  agencyName: z.string(),
  issuedOn: z.string(),
  state: CertificateState,
})

/** The one question strangers may ask: number, name and person must all match. */
export async function checkCertificate(
  tx: Tx,
  asked: { readonly number: string; readonly nameKey: string; readonly personIndex: Buffer },
): Promise<z.infer<typeof Answer> | undefined> {
  return tx.find(
    Answer,
    sql`select name, number, qualification_type, subject_name, agency_name, issued_on, state
        from check_certificate(${asked.number}, ${asked.nameKey}, ${asked.personIndex})`,
  )
}

const Count = z.object({ count: z.number() })

/** How many questions this phone has asked since an instant. */
export async function countQueries(tx: Tx, phoneIndex: Buffer, since: Date): Promise<number> {
  const row = await tx.get(
    Count,
    sql`select count(*) as count from certificate_queries where phone_index = ${phoneIndex} and at >= ${since}`,
  )
  return row.count
}

export async function insertQuery(
  tx: Tx,
  query: { readonly id: string; readonly phoneIndex: Buffer; readonly found: boolean },
): Promise<void> {
  await tx.run(sql`
    insert into certificate_queries (id, at, phone_index, found) values (${query.id}, ${tx.now}, ${query.phoneIndex}, ${query.found})`)
}
