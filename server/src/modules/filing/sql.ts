import { z } from 'zod'
import { AgencyLevel } from '@xingtan/contract/agency-reference'
import { FilingContent, FilingKind, FilingState } from '@xingtan/contract/office/filing'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** Which filing of an agency. */
export interface Subject {
  readonly kind: FilingKind
  readonly year: number
  readonly roundId: string | null
}

const FilingRecord = z.object({
  id: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  agencyLevel: AgencyLevel,
  kind: FilingKind,
  year: z.number(),
  roundId: z.string().nullable(),
  draft: FilingContent,
  draftVersion: z.number(),
  scanFileId: z.string().nullable(),
  receiverCode: z.string(),
  receiverName: z.string(),
  state: FilingState,
  submissionId: z.string().nullable(),
  submissionNumber: z.number(),
  submitted: FilingContent.nullable(),
  submittedScanFileId: z.string().nullable(),
  handedInPersonId: z.string().nullable(),
  firstHandedInAt: z.date().nullable(),
})
/** A filing with its last version and the state that follows from it. */
export type FilingRecord = z.infer<typeof FilingRecord>

/** State from the last submission `s` of the filing `f` and its review `v`. */
export const STATE = sql`case when f.id is null then 'missing' when s.id is null then 'draft'
  when v.submission_id is null then 'handed-in' when v.accepted then 'accepted' else 'returned' end`

export const STEPS = sql`
  left join lateral (select * from filing_submissions x where x.filing_id = f.id order by x.number desc limit 1) s on true
  left join filing_reviews v on v.submission_id = s.id`

const FIRST = sql`(select min(x.handed_in_at) from filing_submissions x where x.filing_id = f.id)`

const RECORD = sql`select f.id, f.agency_code, a.name as agency_name, a.level as agency_level, f.kind, f.year, f.round_id,
    f.draft, f.draft_version, f.scan_file_id, r.code as receiver_code, r.name as receiver_name, ${STATE} as state,
    s.id as submission_id, coalesce(s.number, 0) as submission_number, s.content as submitted,
    s.scan_file_id as submitted_scan_file_id, s.handed_in_person_id, ${FIRST} as first_handed_in_at
  from filings f join agencies a on a.code = f.agency_code join agencies r on r.code = staff_filing_agency(f.agency_code) ${STEPS}`

/** The filing if it is in scope. */
export async function findFiling(tx: Tx, filingId: string): Promise<FilingRecord | undefined> {
  return tx.find(FilingRecord, sql`${RECORD} where f.id = ${filingId}`)
}

/** A filing of the own agency under its lock. */
export async function lockFiling(tx: Tx, filingId: string): Promise<FilingRecord | undefined> {
  const held = await tx.find(
    z.object({ id: z.string() }),
    sql`select id from filings where id = ${filingId} for update`,
  )
  return held === undefined ? undefined : findFiling(tx, filingId)
}

const Standing = z.object({ id: z.string(), state: FilingState, firstHandedInAt: z.date().nullable() })

/** Where the filing of an agency stands. */
export async function findStanding(
  tx: Tx,
  agencyCode: string,
  { kind, year, roundId }: Subject,
): Promise<z.infer<typeof Standing> | undefined> {
  return tx.find(
    Standing,
    sql`select f.id, ${STATE} as state, ${FIRST} as first_handed_in_at from filings f ${STEPS}
        where f.agency_code = ${agencyCode} and f.kind = ${kind} and f.year = ${year} and f.round_id is not distinct from ${roundId}`,
  )
}

/** Lays a filing down once, and answers its id whoever was first. */
export async function openFiling(
  tx: Tx,
  row: Subject & { readonly id: string; readonly agencyCode: string; readonly draft: FilingContent },
): Promise<string> {
  await tx.run(
    sql`insert into filings (id, agency_code, kind, year, round_id, draft, updated_at)
        values (${row.id}, ${row.agencyCode}, ${row.kind}, ${row.year}, ${row.roundId}, ${JSON.stringify(row.draft)}::jsonb, ${tx.now})
        on conflict do nothing`,
  )
  const { id } = await tx.get(
    z.object({ id: z.string() }),
    sql`select id from filings where agency_code = ${row.agencyCode} and kind = ${row.kind} and year = ${row.year}
          and round_id is not distinct from ${row.roundId}`,
  )
  return id
}

export async function updateDraft(tx: Tx, filingId: string, draft: FilingContent): Promise<void> {
  await tx.run(
    sql`update filings set draft = ${JSON.stringify(draft)}::jsonb, draft_version = draft_version + 1, updated_at = ${tx.now}
        where id = ${filingId}`,
  )
}

export async function attachScan(tx: Tx, filingId: string, fileId: string): Promise<void> {
  await tx.run(
    sql`update filings set scan_file_id = ${fileId}, draft_version = draft_version + 1, updated_at = ${tx.now} where id = ${filingId}`,
  )
}

export interface NewSubmission {
  readonly id: string
  readonly filing: FilingRecord
  readonly scanFileId: string
  readonly by: { readonly userId: string; readonly personId: string }
}

export async function insertSubmission(tx: Tx, { id, filing, scanFileId, by }: NewSubmission): Promise<void> {
  await tx.run(
    sql`insert into filing_submissions (id, filing_id, agency_code, number, content, scan_file_id, handed_in_by,
          handed_in_person_id, handed_in_at)
        values (${id}, ${filing.id}, ${filing.agencyCode}, ${filing.submissionNumber + 1}, ${JSON.stringify(filing.draft)}::jsonb,
          ${scanFileId}, ${by.userId}, ${by.personId}, ${tx.now})`,
  )
}

export interface NewReview {
  readonly submissionId: string
  readonly handedInPersonId: string
  readonly accepted: boolean
  readonly reason: string | null
  readonly by: { readonly userId: string; readonly personId: string; readonly agencyCode: string }
}

/** Answers whether it is the first opinion: a version has one. */
export async function insertReview(tx: Tx, review: NewReview): Promise<boolean> {
  const { by } = review
  const count = await tx.run(
    sql`insert into filing_reviews (submission_id, handed_in_person_id, agency_code, accepted, reason, reviewed_by,
          reviewer_person_id, reviewed_at)
        values (${review.submissionId}, ${review.handedInPersonId}, ${by.agencyCode}, ${review.accepted}, ${review.reason},
          ${by.userId}, ${by.personId}, ${tx.now})
        on conflict (submission_id) do nothing`,
  )
  return count === 1
}

const VersionRow = z.object({
  number: z.number(),
  content: FilingContent,
  scanFileId: z.string(),
  handedInAt: z.date(),
  accepted: z.boolean().nullable(),
  reason: z.string().nullable(),
  reviewedAt: z.date().nullable(),
})
export type VersionRow = z.infer<typeof VersionRow>

/** Every version that was handed in, newest first. */
export async function listVersions(tx: Tx, filingId: string): Promise<VersionRow[]> {
  return tx.list(
    VersionRow,
    sql`select s.number, s.content, s.scan_file_id, s.handed_in_at, v.accepted, v.reason, v.reviewed_at
        from filing_submissions s left join filing_reviews v on v.submission_id = s.id
        where s.filing_id = ${filingId} order by s.number desc`,
  )
}

const AcceptedRow = z.object({ content: FilingContent })

/** The newest version of the own agency that stands: accepted, or for `waiting` also one that waits for an opinion. */
export async function findStandingContent(
  tx: Tx,
  agencyCode: string,
  { kind, year, roundId, waiting }: Subject & { readonly waiting: boolean },
): Promise<FilingContent | undefined> {
  const row = await tx.find(
    AcceptedRow,
    sql`select s.content from filings f join filing_submissions s on s.filing_id = f.id
          left join filing_reviews v on v.submission_id = s.id
        where f.agency_code = ${agencyCode} and f.kind = ${kind} and f.year = ${year} and f.round_id is not distinct from ${roundId}
          and coalesce(v.accepted, ${waiting}) order by s.number desc limit 1`,
  )
  return row?.content
}
