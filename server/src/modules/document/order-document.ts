import type { Tx } from '../../platform/db.ts'
import { addJob } from '../../platform/jobs.ts'
import { type DocumentKind, type StoredDocument, type WantedDocument, ensureDocument } from './sql.ts'

/** The job that makes each kind; it lives with the module that knows what stands on the paper. */
const JOBS: Readonly<Record<DocumentKind, string>> = {
  'application-form': 'application.render-form',
  'acceptance-receipt': 'confirmation.render-receipt',
  'decision-letter': 'decision.render-letter',
}

/** Orders the PDF of this version of a case, in the caller's transaction; once a version. Answers the document's id. */
export async function orderDocument(tx: Tx, wanted: WantedDocument): Promise<string> {
  const document = await ensureDocument(tx, wanted)
  await orderDocumentAgain(tx, document)
  return document.id
}

/** Has a document made that is not there yet: a job that failed leaves nothing behind. */
export async function orderDocumentAgain(tx: Tx, { id, kind, state }: StoredDocument): Promise<void> {
  if (state === 'ready') return
  await addJob(tx, JOBS[kind], { documentId: id }, { dedupeKey: `${JOBS[kind]}:${id}` })
}
