import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const DocumentKind = z.enum(['application-form', 'acceptance-receipt', 'decision-letter'])
export type DocumentKind = z.infer<typeof DocumentKind>

const StoredDocument = z.object({
  id: z.string(),
  kind: DocumentKind,
  applicationId: z.string(),
  state: z.enum(['waiting', 'ready', 'failed']),
  fileId: z.string().nullable(),
})
export type StoredDocument = z.infer<typeof StoredDocument>

const columns = sql`id, kind, application_id, state, file_id`

/** The document of this kind if it is in the caller's scope. */
export async function findDocument(tx: Tx, id: string, kind: DocumentKind): Promise<StoredDocument | undefined> {
  return tx.find(StoredDocument, sql`select ${columns} from documents where id = ${id} and kind = ${kind}`)
}

/** The newest document of this kind that was ordered at that instant or later. */
export async function findDocumentSince(
  tx: Tx,
  asked: { readonly kind: DocumentKind; readonly applicationId: string; readonly since: Date },
): Promise<StoredDocument | undefined> {
  return tx.find(
    StoredDocument,
    sql`select ${columns} from documents
        where application_id = ${asked.applicationId} and kind = ${asked.kind} and requested_at >= ${asked.since}
        order by requested_at desc, id limit 1`,
  )
}

export interface WantedDocument {
  readonly kind: DocumentKind
  readonly applicationId: string
  readonly caseVersion: number
}

/** The document of this version of a case, written now or before: one a version. */
export async function ensureDocument(tx: Tx, wanted: WantedDocument): Promise<StoredDocument> {
  const { kind, applicationId, caseVersion } = wanted
  const written = await tx.find(
    StoredDocument,
    sql`insert into documents (id, kind, application_id, case_version, state, requested_at)
        values (${randomUUID()}, ${kind}, ${applicationId}, ${caseVersion}, 'waiting', ${tx.now})
        on conflict (application_id, kind, case_version) do nothing returning ${columns}`,
  )
  if (written !== undefined) return written
  return tx.get(
    StoredDocument,
    sql`select ${columns} from documents
        where application_id = ${applicationId} and kind = ${kind} and case_version = ${caseVersion}`,
  )
}

export async function markDocumentReady(tx: Tx, id: string, fileId: string): Promise<void> {
  await tx.run(sql`update documents set state = 'ready', file_id = ${fileId} where id = ${id} and state <> 'ready'`)
}

export async function markDocumentFailed(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update documents set state = 'failed' where id = ${id} and state = 'waiting'`)
}
