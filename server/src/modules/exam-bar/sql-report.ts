import { z } from 'zod'
import { DocumentType } from '@xingtan/contract/document'
import { RestrictionKind } from '@xingtan/contract/restriction-kind'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const ReportedEntry = z.object({
  kind: RestrictionKind,
  state: z.enum(['pending', 'effective', 'returned', 'void', 'done']),
  name: z.string(),
  documentType: DocumentType,
  numberSealed: z.instanceof(Buffer),
  decidedOn: z.string(),
  endsOn: z.string().nullable(),
  decisionNumber: z.string(),
  /** It came from the exam authority itself. */
  isImported: z.boolean(),
  wasReported: z.boolean(),
})
export type ReportedEntry = z.infer<typeof ReportedEntry>

/** An entry as the exam authority would be told of it. */
export async function findReportedEntry(tx: Tx, entryId: string): Promise<ReportedEntry | undefined> {
  return tx.find(
    ReportedEntry,
    sql`select e.kind, e.state, e.name, e.document_type, e.number_sealed, e.decided_on, e.ends_on, e.decision_number,
          exists (select 1 from exam_bar_rows n where n.entry_id = e.id) as is_imported,
          exists (select 1 from exam_bar_reports p where p.entry_id = e.id and p.state = 'in-force') as was_reported
        from restriction_entries e where e.id = ${entryId} and e.purpose <> 'release'`,
  )
}

const OpenReport = z.object({ id: z.string(), isSent: z.boolean() })

/** The report of an entry in one state: written now or before, one of each. */
export async function ensureReport(
  tx: Tx,
  wanted: { readonly id: string; readonly entryId: string; readonly state: 'in-force' | 'withdrawn' },
): Promise<z.infer<typeof OpenReport>> {
  await tx.run(sql`
    insert into exam_bar_reports (id, entry_id, state, queued_at)
    values (${wanted.id}, ${wanted.entryId}, ${wanted.state}, ${tx.now}) on conflict (entry_id, state) do nothing`)
  return tx.get(
    OpenReport,
    sql`select id, sent_at is not null as is_sent from exam_bar_reports
        where entry_id = ${wanted.entryId} and state = ${wanted.state}`,
  )
}

export async function markReported(tx: Tx, id: string, holdsProof: boolean): Promise<void> {
  await tx.run(sql`
    update exam_bar_reports set sent_at = ${tx.now}, holds_proof = ${holdsProof} where id = ${id} and sent_at is null`)
}

const ListedReport = z.object({
  id: z.string(),
  name: z.string(),
  kind: RestrictionKind,
  decisionNumber: z.string(),
  state: z.enum(['in-force', 'withdrawn']),
  endsOn: z.string().nullable(),
  queuedAt: z.date(),
  sentAt: z.date().nullable(),
  holdsProof: z.boolean().nullable(),
})

/** Reports about entries of the caller's line, newest first. */
export async function listReportRows(
  tx: Tx,
  { after, limit }: { readonly after: { readonly at: string; readonly id: string } | null; readonly limit: number },
): Promise<z.infer<typeof ListedReport>[]> {
  const older = after === null ? sql`true` : sql`(p.queued_at, p.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
  return tx.list(
    ListedReport,
    sql`select p.id, e.name, e.kind, e.decision_number, p.state, e.ends_on, p.queued_at, p.sent_at, p.holds_proof
        from exam_bar_reports p join restriction_entries e on e.id = p.entry_id
        where ${older} order by p.queued_at desc, p.id desc limit ${limit}`,
  )
}
