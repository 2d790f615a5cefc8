import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { PdfFailed, type PdfRenderer } from '../../platform/pdf.ts'
import { type ApplicationForm, renderApplicationForm } from '../../platform/pdf-application-form.ts'
import { findCase } from '../case/index.ts'
import { insertFile } from '../file/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { toFormData } from './form-data.ts'
import { findDocument, markDocumentFailed, markDocumentReady } from './sql-document.ts'
import { findCertificateOf } from './sql-view.ts'

interface Prepared {
  readonly form: ApplicationForm
  readonly accountId: string
  readonly applicationId: string
  readonly photoHash: string
  readonly signatureHash: string
  readonly createdAt: Date
}

/** Everything the form shows, opened and in words; undefined when it is made already or its case has moved on. */
async function prepare(services: Services, documentId: string): Promise<Prepared | undefined> {
  return services.db.transaction(
    {},
    async (tx) => {
      const document = await findDocument(tx, documentId)
      if (document === undefined || document.state === 'ready') return undefined
      const row = await findCase(tx, document.applicationId)
      if (row === undefined) return undefined
      const book = await loadPolicyBook(tx, row.agencyCode)
      const signedOn = shanghaiDay(new Date(row.snapshot.signature.signedAt))
      const form = toFormData(row, {
        documentNumber: services.crypto.openColumn(row.numberSealed),
        phone: services.crypto.openColumn(row.phoneSealed),
        certificateNumber: (await findCertificateOf(tx, row.id))?.number ?? null,
        promise: book.resolve('promise.text', signedOn).value.paragraphs,
        isDemo: services.mode !== 'production',
      })
      return {
        form,
        accountId: row.accountId,
        applicationId: row.id,
        photoHash: row.snapshot.photoHash,
        signatureHash: row.snapshot.signature.hash,
        createdAt: tx.now,
      }
    },
    'read',
  )
}

/** Makes the 《教师资格认定申请表》 outside any transaction and files it with its owner; running twice makes it once. */
export async function renderForm(services: Services, renderer: PdfRenderer, run: JobRun): Promise<void> {
  const documentId = run.job.payload['documentId'] ?? ''
  const prepared = await prepare(services, documentId)
  if (prepared === undefined) return
  try {
    const photo = await services.files.get(prepared.photoHash)
    const signature = await services.files.get(prepared.signatureHash)
    const { createdAt } = prepared
    const { pdf } = await renderApplicationForm(renderer, prepared.form, { photo, signature, createdAt })
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
