import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { PdfFailed } from '../../platform/pdf.ts'
import { insertFile } from '../file/index.ts'
import { type DocumentKind, findDocument, markDocumentFailed, markDocumentReady } from './sql.ts'

/** Everything a document shows, loaded; what is left is the typesetting. */
export interface PreparedDocument {
  /** Whose file it becomes; null files it with the case alone. */
  readonly accountId: string | null
  readonly applicationId: string
  /** Runs outside any transaction. */
  readonly render: () => Promise<{ readonly pdf: Uint8Array }>
}

export interface DocumentMaking {
  readonly kind: DocumentKind
  /** Loads the case of the document; undefined when it has moved on and there is nothing to make. */
  readonly prepare: (tx: Tx, applicationId: string) => Promise<PreparedDocument | undefined>
}

/** Makes an ordered PDF outside any transaction and files it under the lease of the job; running twice makes it once. */
export async function makeDocument(services: Services, run: JobRun, making: DocumentMaking): Promise<void> {
  const documentId = run.job.payload['documentId'] ?? ''
  const prepared = await services.db.transaction({}, (tx) => prepare(tx, documentId, making), 'read')
  if (prepared === undefined) return
  try {
    const { pdf } = await prepared.render()
    const { hash } = await services.files.put(pdf)
    await services.db.transaction({}, async (tx) => {
      await run.holdLease(tx)
      const fileId = await insertFile(tx, {
        accountId: prepared.accountId,
        applicationId: prepared.applicationId,
        kind: 'document',
        hash,
        mediaType: 'application/pdf',
        bytes: pdf.byteLength,
        width: null,
        height: null,
      })
      await markDocumentReady(tx, documentId, fileId)
    })
  } catch (error) {
    if (error instanceof PdfFailed) await services.db.transaction({}, (tx) => markDocumentFailed(tx, documentId))
    throw error
  }
}

async function prepare(tx: Tx, documentId: string, making: DocumentMaking): Promise<PreparedDocument | undefined> {
  const document = await findDocument(tx, documentId, making.kind)
  if (document === undefined || document.state === 'ready') return undefined
  return making.prepare(tx, document.applicationId)
}
