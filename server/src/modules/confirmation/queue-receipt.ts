import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db.ts'
import { addJob } from '../../platform/jobs.ts'
import { insertReceipt } from './sql-document.ts'

/** Orders the 受理凭证 of this version of the case; a job makes the PDF. Answers the id of the document. */
export async function queueReceipt(tx: Tx, applicationId: string, caseVersion: number): Promise<string> {
  const documentId = randomUUID()
  await insertReceipt(tx, { id: documentId, applicationId, caseVersion })
  await addReceiptJob(tx, documentId)
  return documentId
}

/** Has a receipt made (again): a job that failed leaves nothing behind. */
export async function addReceiptJob(tx: Tx, documentId: string): Promise<void> {
  await addJob(tx, 'confirmation.render-receipt', { documentId }, { dedupeKey: `receipt:${documentId}` })
}
