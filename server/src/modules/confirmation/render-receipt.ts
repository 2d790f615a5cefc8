import { DOCUMENT_TYPE_NAMES } from '@xingtan/contract/document'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { maskDocumentNumber } from '@xingtan/domain/mask'
import { readableDay, readableMinute } from '@xingtan/domain/readable-time'
import { formatRegistrationNumber } from '@xingtan/domain/registration-number'
import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { PdfFailed, type PdfRenderer } from '../../platform/pdf.ts'
import { type AcceptanceReceipt, renderAcceptanceReceipt } from '../../platform/pdf-acceptance-receipt.ts'
import { insertFile } from '../file/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { type ReceiptFacts, findReceiptFacts, markDocumentFailed, markDocumentReady } from './sql-document.ts'

interface Prepared {
  readonly applicationId: string
  readonly receipt: AcceptanceReceipt
  readonly createdAt: Date
}

function toMaterials(facts: ReceiptFacts, titles: ReadonlyMap<string, string>): AcceptanceReceipt['materials'] {
  const judged = facts.judgements.flatMap(({ code, note }) => {
    const name = titles.get(code)
    return name === undefined ? [] : [{ name, verification: '工作人员核对', remark: note }]
  })
  if (facts.examinedOn === null) return judged
  const remark = `${facts.hospital ?? ''}，${readableDay(facts.examinedOn)}`
  return [...judged, { name: '体检合格证明', verification: '工作人员核对', remark }]
}

function toReceipt(
  services: Services,
  facts: ReceiptFacts & { readonly dueOn: string },
  { titles, now }: { readonly titles: ReadonlyMap<string, string>; readonly now: Date },
): AcceptanceReceipt {
  return {
    registrationNumber: formatRegistrationNumber(facts.registrationNumber),
    applicantName: facts.name,
    documentType: DOCUMENT_TYPE_NAMES[facts.documentType],
    maskedDocumentNumber: maskDocumentNumber(services.crypto.openColumn(facts.numberSealed)),
    qualificationType: QUALIFICATION_TITLES[facts.qualificationType],
    subject: facts.subjectName,
    agencyName: facts.agencyName,
    pointName: facts.pointName,
    pointAddress: facts.pointAddress,
    acceptedAt: readableMinute(facts.decidedAt),
    acceptedBy: facts.decidedByName,
    materials: toMaterials(facts, titles),
    decisionDueOn: facts.dueOn,
    remedyParagraphs: [
      '您可以随时登录中国教师资格网，在“查询报名信息”中查看认定状态和留言。',
      '对受理和办理过程有疑问的，请向确认点或认定机构询问；认为行政行为侵犯您合法权益的，可以依法申请行政复议或者提起行政诉讼。',
    ],
    contact: null,
    printedAt: readableMinute(now),
    isDemo: services.mode !== 'production',
  }
}

async function prepare(services: Services, documentId: string): Promise<Prepared | undefined> {
  return services.db.transaction(
    {},
    async (tx) => {
      const facts = await findReceiptFacts(tx, documentId)
      if (facts === undefined || facts.state === 'ready' || facts.dueOn === null) return undefined
      const book = await loadPolicyBook(tx, facts.agencyCode)
      const materials = book.resolve('confirmation.materials', tx.today).value
      const titles = new Map(materials.map(({ code, name }) => [code, name]))
      const receipt = toReceipt(services, { ...facts, dueOn: facts.dueOn }, { titles, now: tx.now })
      return { applicationId: facts.applicationId, receipt, createdAt: tx.now }
    },
    'read',
  )
}

/** Makes the PDF of a 受理凭证 outside any transaction and files it with the case; running twice makes it once. */
export async function renderReceipt(services: Services, renderer: PdfRenderer, run: JobRun): Promise<void> {
  const documentId = run.job.payload['documentId'] ?? ''
  const prepared = await prepare(services, documentId)
  if (prepared === undefined) return
  try {
    const { pdf } = await renderAcceptanceReceipt(renderer, prepared.receipt, { createdAt: prepared.createdAt })
    const { hash } = await services.files.put(pdf)
    await services.db.transaction({}, async (tx) => {
      await run.holdLease(tx)
      const fileId = await insertFile(tx, {
        accountId: null,
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
