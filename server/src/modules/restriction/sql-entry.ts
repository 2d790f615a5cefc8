import { z } from 'zod'
import { DocumentType } from '@xingtan/contract/document'
import { RestrictionPurpose, RestrictionState } from '@xingtan/contract/office/restriction'
import { RestrictionKind } from '@xingtan/contract/restriction-kind'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewEntry {
  readonly id: string
  readonly purpose: RestrictionPurpose
  readonly correctsId: string | null
  readonly agencyCode: string
  readonly reviewAgencyCode: string
  readonly enteredBy: string
  readonly kind: RestrictionKind
  readonly name: string
  readonly documentType: DocumentType
  readonly numberSealed: Buffer
  readonly personIndex: Buffer
  readonly decidedOn: string
  readonly endsOn: string | null
  readonly authority: string
  readonly decisionNumber: string
  readonly causeSealed: Buffer
  readonly decisionFileId: string
  readonly lateReason: string | null
  readonly correctionReason: string | null
}

/** Writes an entry as pending; the trigger lays it into the national list in the same statement. */
export async function insertEntry(tx: Tx, entry: NewEntry): Promise<void> {
  await tx.run(sql`
    insert into restriction_entries (id, purpose, corrects_id, agency_code, review_agency_code, entered_by, entered_at, kind, name,
      document_type, number_sealed, person_index, decided_on, ends_on, authority, decision_number, cause_sealed,
      decision_file_id, late_reason, correction_reason)
    values (${entry.id}, ${entry.purpose}, ${entry.correctsId}, ${entry.agencyCode}, ${entry.reviewAgencyCode}, ${entry.enteredBy},
      ${tx.now}, ${entry.kind}, ${entry.name}, ${entry.documentType}, ${entry.numberSealed}, ${entry.personIndex},
      ${entry.decidedOn}, ${entry.endsOn}, ${entry.authority}, ${entry.decisionNumber}, ${entry.causeSealed},
      ${entry.decisionFileId}, ${entry.lateReason}, ${entry.correctionReason})`)
}

const Entry = z.object({
  id: z.string(),
  purpose: RestrictionPurpose,
  correctsId: z.string().nullable(),
  correctedById: z.string().nullable(),
  isBeingCorrected: z.boolean(),
  agencyCode: z.string(),
  agencyName: z.string(),
  reviewAgencyCode: z.string(),
  reviewAgencyName: z.string(),
  kind: RestrictionKind,
  name: z.string(),
  documentType: DocumentType,
  numberSealed: z.instanceof(Buffer),
  personIndex: z.instanceof(Buffer),
  decidedOn: z.string(),
  endsOn: z.string().nullable(),
  authority: z.string(),
  decisionNumber: z.string(),
  causeSealed: z.instanceof(Buffer),
  decisionFileId: z.string(),
  lateReason: z.string().nullable(),
  correctionReason: z.string().nullable(),
  state: RestrictionState,
  enteredBy: z.string(),
  enteredByName: z.string(),
  enteredAt: z.date(),
  reviewedByName: z.string().nullable(),
  reviewedAt: z.date().nullable(),
  returnReason: z.string().nullable(),
})
export type Entry = z.infer<typeof Entry>

const COLUMNS = sql`e.id, e.purpose, e.corrects_id, e.agency_code, g.name as agency_name, e.review_agency_code,
  r.name as review_agency_name, e.kind, e.name, e.document_type, e.number_sealed, e.person_index, e.decided_on, e.ends_on,
  e.authority, e.decision_number, e.cause_sealed, e.decision_file_id, e.late_reason, e.correction_reason, e.state, e.entered_by,
  p.name as entered_by_name, e.entered_at, q.name as reviewed_by_name, e.reviewed_at, e.return_reason,
  (select c.id from restriction_entries c where c.corrects_id = e.id and c.state in ('effective', 'done', 'void') limit 1) as corrected_by_id,
  exists (select 1 from restriction_entries c where c.corrects_id = e.id and c.state = 'pending') as is_being_corrected`
const TABLES = sql`restriction_entries e join agencies g on g.code = e.agency_code
  join agencies r on r.code = e.review_agency_code join staff_people p on p.id = e.entered_by
  left join staff_people q on q.id = e.reviewed_by`

/** The entry if it is in the caller's line. */
export async function findEntry(tx: Tx, entryId: string): Promise<Entry | undefined> {
  return tx.find(Entry, sql`select ${COLUMNS} from ${TABLES} where e.id = ${entryId}`)
}

/** Holds the entry until the transaction ends; two reviewers take turns. The row must be in the caller's line. */
export async function lockEntry(tx: Tx, entryId: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('restriction:' || ${entryId}, 0))`)
}

export interface EntryMark {
  readonly enteredAt: string
  readonly id: string
}

/** Entries of the caller's line, newest first. */
export async function listEntries(
  tx: Tx,
  asked: { readonly state: RestrictionState | null; readonly after: EntryMark | null; readonly limit: number },
): Promise<Entry[]> {
  const { state, after, limit } = asked
  const inState = state === null ? sql`true` : sql`e.state = ${state}`
  const older =
    after === null ? sql`true` : sql`(e.entered_at, e.id) < (${after.enteredAt}::timestamptz, ${after.id}::uuid)`
  return tx.list(
    Entry,
    sql`select ${COLUMNS} from ${TABLES} where ${inState} and ${older} order by e.entered_at desc, e.id desc limit ${limit}`,
  )
}

/** Records the review; answers how many rows it touched (none when the row is not for this agency to review). */
export async function recordReview(
  tx: Tx,
  review: {
    readonly entryId: string
    readonly state: 'effective' | 'done' | 'returned'
    readonly personId: string
    readonly returnReason: string | null
  },
): Promise<number> {
  return tx.run(sql`
    update restriction_entries set state = ${review.state}, reviewed_by = ${review.personId}, reviewed_at = ${tx.now},
      return_reason = ${review.returnReason}
    where id = ${review.entryId} and state = 'pending'`)
}

const ReviewAgency = z.object({ code: z.string(), name: z.string() })

/** The agency that reviews what this one enters: one level up. */
export async function getReviewAgency(tx: Tx, agencyCode: string): Promise<z.infer<typeof ReviewAgency>> {
  return tx.get(
    ReviewAgency,
    sql`select code, name from agencies where code = restriction_review_agency(${agencyCode})`,
  )
}

const Preview = z.object({
  knownNames: z.array(z.string()),
  namesakes: z.number(),
  liveEntries: z.number(),
  cases: z.array(z.object({ agencyName: z.string(), stage: z.string(), registrationNumber: z.string() })),
  certificates: z.array(z.object({ agencyName: z.string(), number: z.string(), state: z.string() })),
})
export type Preview = z.infer<typeof Preview>

/** What the system knows of the person behind a number, through the one function that answers it. */
export async function getPreview(tx: Tx, personIndex: Buffer, name: string): Promise<Preview> {
  return tx.get(
    Preview,
    sql`select known_names, namesakes, live_entries, cases, certificates from restriction_preview(${personIndex}, ${name})`,
  )
}
