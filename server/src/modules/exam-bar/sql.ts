import { z } from 'zod'
import { ExamImportState } from '@xingtan/contract/office/exam-bar'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewImport {
  readonly id: string
  readonly agencyCode: string
  readonly reviewAgencyCode: string
  readonly source: 'file' | 'authority'
  readonly state: 'fetching' | 'read'
  readonly fileId: string | null
  readonly contentHash: string | null
  readonly count: number
  readonly enteredBy: string
}

export async function insertImport(tx: Tx, row: NewImport): Promise<void> {
  await tx.run(sql`
    insert into exam_bar_imports (id, agency_code, review_agency_code, source, state, file_id, content_hash, count, entered_by,
      entered_at)
    values (${row.id}, ${row.agencyCode}, ${row.reviewAgencyCode}, ${row.source}, ${row.state}, ${row.fileId},
      ${row.contentHash}, ${row.count}, ${row.enteredBy}, ${tx.now})`)
}

const StoredImport = z.object({
  id: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  reviewAgencyCode: z.string(),
  reviewAgencyName: z.string(),
  source: z.enum(['file', 'authority']),
  state: ExamImportState,
  fileId: z.string().nullable(),
  contentHash: z.string().nullable(),
  count: z.number(),
  fresh: z.number(),
  known: z.number(),
  faulty: z.number(),
  enteredBy: z.string(),
  enteredByName: z.string(),
  enteredAt: z.date(),
  reviewedByName: z.string().nullable(),
  reviewedAt: z.date().nullable(),
  returnReason: z.string().nullable(),
})
export type StoredImport = z.infer<typeof StoredImport>

const selected = sql`select i.id, i.agency_code, g.name as agency_name, i.review_agency_code, r.name as review_agency_name,
    i.source, i.state, i.file_id, i.content_hash, i.count, i.fresh, i.known, i.faulty, i.entered_by,
    p.name as entered_by_name, i.entered_at, q.name as reviewed_by_name, i.reviewed_at, i.return_reason
  from exam_bar_imports i join agencies g on g.code = i.agency_code join agencies r on r.code = i.review_agency_code
    join staff_people p on p.id = i.entered_by left join staff_people q on q.id = i.reviewed_by`

/** The list if it is in the caller's line; taken for the rest of the transaction, so that nobody imports it twice. */
export async function lockImport(tx: Tx, id: string): Promise<StoredImport | undefined> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('exam-bar:' || ${id}, 0))`)
  return findImport(tx, id)
}

export async function findImport(tx: Tx, id: string): Promise<StoredImport | undefined> {
  return tx.find(StoredImport, sql`${selected} where i.id = ${id}`)
}

/** Lists of one's own agency and of those one reviews, newest first. */
export async function listImportRows(
  tx: Tx,
  { after, limit }: { readonly after: { readonly at: string; readonly id: string } | null; readonly limit: number },
): Promise<StoredImport[]> {
  const older = after === null ? sql`true` : sql`(i.entered_at, i.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
  return tx.list(StoredImport, sql`${selected} where ${older} order by i.entered_at desc, i.id desc limit ${limit}`)
}

/** The list is entered and waits for the second person. */
export async function markImported(
  tx: Tx,
  done: { readonly id: string; readonly fresh: number; readonly known: number; readonly faulty: number },
): Promise<void> {
  await tx.run(sql`
    update exam_bar_imports set state = 'pending', fresh = ${done.fresh}, known = ${done.known}, faulty = ${done.faulty}
    where id = ${done.id}`)
}

export async function markImportReviewed(
  tx: Tx,
  review: {
    readonly id: string
    readonly state: 'accepted' | 'returned'
    readonly personId: string
    readonly returnReason: string | null
  },
): Promise<void> {
  await tx.run(sql`
    update exam_bar_imports set state = ${review.state}, reviewed_by = ${review.personId}, reviewed_at = ${tx.now},
      return_reason = ${review.returnReason} where id = ${review.id}`)
}

/** What the job has fetched. */
export async function markFetched(
  tx: Tx,
  fetched: { readonly id: string; readonly fileId: string; readonly contentHash: string; readonly count: number },
): Promise<void> {
  await tx.run(sql`
    update exam_bar_imports set state = 'read', file_id = ${fetched.fileId}, content_hash = ${fetched.contentHash},
      count = ${fetched.count} where id = ${fetched.id} and state = 'fetching'`)
}

/** There was nothing to fetch. */
export async function markFetchFailed(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update exam_bar_imports set state = 'failed' where id = ${id} and state = 'fetching'`)
}

const Known = z.object({ known: z.boolean() })

/** Whether this decision about the person is entered already, by whomever. */
export async function isDecisionKnown(tx: Tx, personIndex: Buffer, decisionNumber: string): Promise<boolean> {
  return (await tx.get(Known, sql`select exam_bar_known(${personIndex}, ${decisionNumber}) as known`)).known
}

const Row = z.object({
  row: z.number(),
  outcome: z.enum(['fresh', 'known', 'faulty']),
  maskedName: z.string(),
  maskedNumber: z.string(),
  decisionNumber: z.string(),
  sentence: z.string().nullable(),
  entryId: z.string().nullable(),
})
export type Row = z.infer<typeof Row>

export async function insertRows(tx: Tx, importId: string, rows: readonly Row[]): Promise<void> {
  await tx.run(sql`
    insert into exam_bar_rows (import_id, row, outcome, masked_name, masked_number, decision_number, sentence, entry_id)
    select ${importId}, n.row, n.outcome, n."maskedName", n."maskedNumber", n."decisionNumber", n.sentence, n."entryId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(row int, outcome text, "maskedName" text, "maskedNumber" text,
      "decisionNumber" text, sentence text, "entryId" uuid)`)
}

export async function listRowsOf(tx: Tx, importId: string): Promise<Row[]> {
  return tx.list(
    Row,
    sql`select row, outcome, masked_name, masked_number, decision_number, sentence, entry_id from exam_bar_rows
        where import_id = ${importId} order by row`,
  )
}
