import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const DocumentRow = z.object({
  id: z.string(),
  kind: z.enum(['application-form', 'acceptance-receipt']),
  applicationId: z.string(),
  caseVersion: z.number(),
  state: z.enum(['waiting', 'ready', 'failed']),
  fileId: z.string().nullable(),
})
export type DocumentRow = z.infer<typeof DocumentRow>

const columns = sql`id, kind, application_id, case_version, state, file_id`

/** The document if it is in the caller's scope. */
export async function findDocument(tx: Tx, id: string): Promise<DocumentRow | undefined> {
  return tx.find(DocumentRow, sql`select ${columns} from documents where id = ${id}`)
}

/** The form of this version of a case, asked for now or before: one a version. */
export async function ensureFormDocument(tx: Tx, applicationId: string, caseVersion: number): Promise<DocumentRow> {
  await tx.run(sql`
    insert into documents (id, kind, application_id, case_version, state, requested_at)
    values (${randomUUID()}, 'application-form', ${applicationId}, ${caseVersion}, 'waiting', ${tx.now})
    on conflict (application_id, kind, case_version) do nothing`)
  return tx.get(
    DocumentRow,
    sql`select ${columns} from documents
        where application_id = ${applicationId} and kind = 'application-form' and case_version = ${caseVersion}`,
  )
}

export async function markDocumentReady(tx: Tx, id: string, fileId: string): Promise<void> {
  await tx.run(sql`update documents set state = 'ready', file_id = ${fileId} where id = ${id} and state <> 'ready'`)
}

export async function markDocumentFailed(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update documents set state = 'failed' where id = ${id} and state = 'waiting'`)
}
