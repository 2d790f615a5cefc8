import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { VettingKindRow, VettingWayRow } from './sql.ts'

const FileBatch = z.object({
  id: z.string(),
  kind: VettingKindRow,
  way: VettingWayRow,
  state: z.enum(['waiting', 'sent', 'answered', 'failed']),
  officeName: z.string().nullable(),
})
export type FileBatch = z.infer<typeof FileBatch>

const batchColumns = sql`b.id, b.kind, b.way, b.state, o.name as office_name from vetting_batches b
  left join police_offices o on o.id = b.police_office_id`

/** A batch of one's own agency. */
export async function findOwnBatch(tx: Tx, batchId: string): Promise<FileBatch | undefined> {
  return tx.find(FileBatch, sql`select ${batchColumns} where b.id = ${batchId} and b.agency_code = app_agency_code()`)
}

/** The same under its lock: two answer files of one batch are taken one after the other. */
export async function lockOwnBatch(tx: Tx, batchId: string): Promise<FileBatch | undefined> {
  return tx.find(
    FileBatch,
    sql`select ${batchColumns} where b.id = ${batchId} and b.agency_code = app_agency_code() for update of b`,
  )
}

const BatchPerson = z.object({
  id: z.string(),
  applicationId: z.string(),
  registrationNumber: z.string(),
  name: z.string(),
  numberSealed: z.instanceof(Buffer),
  isWaiting: z.boolean(),
})
export type BatchPerson = z.infer<typeof BatchPerson>

/** The people of a batch by 报名号, never what was found. */
export async function listPeople(tx: Tx, batchId: string): Promise<BatchPerson[]> {
  return tx.list(
    BatchPerson,
    sql`select r.id, r.application_id, a.registration_number, a.name, a.number_sealed, r.state = 'requested' as is_waiting
        from vetting_requests r join applications a on a.id = r.application_id
        where r.batch_id = ${batchId} order by a.registration_number, r.id`,
  )
}

/** A batch that was taken out is on its way. */
export async function markBatchOut(tx: Tx, batchId: string): Promise<void> {
  await tx.run(sql`update vetting_batches set state = 'sent' where id = ${batchId} and state = 'waiting'`)
}

export interface NewExport {
  readonly id: string
  readonly batchId: string
  readonly agencyCode: string
  readonly purpose: string
  readonly watermark: string
  readonly exportedBy: string
  readonly expiresAt: Date
}

export async function insertExport(tx: Tx, row: NewExport): Promise<void> {
  await tx.run(sql`
    insert into vetting_exports (id, batch_id, agency_code, purpose, watermark, exported_by, exported_at, expires_at)
    values (${row.id}, ${row.batchId}, ${row.agencyCode}, ${row.purpose}, ${row.watermark}, ${row.exportedBy}, ${tx.now},
      ${row.expiresAt})`)
}

const Export = z.object({
  id: z.string(),
  batchId: z.string(),
  purpose: z.string(),
  watermark: z.string(),
  exportedBy: z.string(),
  byName: z.string(),
  exportedAt: z.date(),
  expiresAt: z.date(),
})
export type Export = z.infer<typeof Export>

const exportColumns = sql`e.id, e.batch_id, e.purpose, e.watermark, e.exported_by, p.name as by_name, e.exported_at, e.expires_at
  from vetting_exports e join staff_users u on u.id = e.exported_by join staff_people p on p.id = u.person_id`

/** What was taken out of a batch, newest first. */
export async function listExports(tx: Tx, batchId: string): Promise<Export[]> {
  return tx.list(
    Export,
    sql`select ${exportColumns} where e.batch_id = ${batchId} order by e.exported_at desc, e.id limit 50`,
  )
}

/** An export that may still be taken by this officer. */
export async function findOpenExport(tx: Tx, id: string, officerId: string): Promise<Export | undefined> {
  return tx.find(
    Export,
    sql`select ${exportColumns} where e.id = ${id} and e.exported_by = ${officerId} and e.expires_at > ${tx.now}`,
  )
}

export interface NewAnswerFile {
  readonly id: string
  readonly batchId: string
  readonly agencyCode: string
  readonly fileHash: string
  readonly rowCount: number
  readonly matchedCount: number
  readonly mismatchCount: number
  readonly importedBy: string
}

/** Records an answer file; 0 when the same file was taken in before. */
export async function insertAnswerFile(tx: Tx, row: NewAnswerFile): Promise<number> {
  return tx.run(sql`
    insert into vetting_answer_files (id, batch_id, agency_code, file_hash, row_count, matched_count, mismatch_count,
      imported_by, imported_at)
    values (${row.id}, ${row.batchId}, ${row.agencyCode}, ${row.fileHash}, ${row.rowCount}, ${row.matchedCount},
      ${row.mismatchCount}, ${row.importedBy}, ${tx.now})
    on conflict do nothing`)
}

const AnswerFile = z.object({
  id: z.string(),
  rowCount: z.number(),
  matchedCount: z.number(),
  mismatchCount: z.number(),
  byName: z.string(),
  importedAt: z.date(),
})

/** Answer files of a batch, newest first. */
export async function listAnswerFiles(tx: Tx, batchId: string): Promise<z.infer<typeof AnswerFile>[]> {
  return tx.list(
    AnswerFile,
    sql`select f.id, f.row_count, f.matched_count, f.mismatch_count, p.name as by_name, f.imported_at
        from vetting_answer_files f join staff_users u on u.id = f.imported_by join staff_people p on p.id = u.person_id
        where f.batch_id = ${batchId} order by f.imported_at desc, f.id limit 50`,
  )
}

/** Ends a batch in which nobody waits any more. */
export async function endBatchIfAnswered(tx: Tx, batchId: string): Promise<void> {
  await tx.run(sql`
    update vetting_batches b set state = 'answered', answered_at = ${tx.now}
    where b.id = ${batchId} and b.state in ('waiting', 'sent')
      and not exists (select 1 from vetting_requests r where r.batch_id = b.id and r.state = 'requested')`)
}
