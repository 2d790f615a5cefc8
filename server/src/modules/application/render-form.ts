import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { JobRun } from '../../platform/jobs.ts'
import type { PdfRenderer } from '../../platform/pdf.ts'
import { type ApplicationForm, renderApplicationForm } from '../../platform/pdf-application-form.ts'
import { type CaseRecord, findCase } from '../case/index.ts'
import { makeDocument } from '../document/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { toFormData } from './form-data.ts'
import { findCertificateOf } from './sql-view.ts'

/** Everything the form shows, opened and in words. */
async function loadForm(services: Services, tx: Tx, row: CaseRecord): Promise<ApplicationForm> {
  const book = await loadPolicyBook(tx, row.agencyCode)
  const signedOn = shanghaiDay(new Date(row.snapshot.signature.signedAt))
  return toFormData(row, {
    documentNumber: services.crypto.openColumn(row.numberSealed),
    phone: services.crypto.openColumn(row.phoneSealed),
    certificateNumber: (await findCertificateOf(tx, row.id))?.number ?? null,
    promise: book.resolve('promise.text', signedOn).value.paragraphs,
    isDemo: services.mode !== 'production',
  })
}

/** Makes the 《教师资格认定申请表》 and files it with its owner. */
export async function renderForm(services: Services, renderer: PdfRenderer, run: JobRun): Promise<void> {
  await makeDocument(services, run, {
    kind: 'application-form',
    prepare: async (tx, applicationId) => {
      const row = await findCase(tx, applicationId)
      if (row === undefined) return undefined
      const form = await loadForm(services, tx, row)
      const { photoHash, signature } = row.snapshot
      return {
        accountId: row.accountId,
        applicationId,
        render: async () =>
          renderApplicationForm(renderer, form, {
            photo: await services.files.get(photoHash),
            signature: await services.files.get(signature.hash),
            createdAt: tx.now,
          }),
      }
    },
  })
}
