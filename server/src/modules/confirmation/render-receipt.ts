import { DOCUMENT_TYPE_NAMES } from '@xingtan/contract/document'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { maskDocumentNumber } from '@xingtan/domain/mask'
import { readableDay, readableMinute } from '@xingtan/domain/readable-time'
import { formatRegistrationNumber } from '@xingtan/domain/registration-number'
import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import type { PdfRenderer } from '../../platform/pdf.ts'
import { type AcceptanceReceipt, renderAcceptanceReceipt } from '../../platform/pdf-acceptance-receipt.ts'
import { makeDocument } from '../document/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { type ReceiptFacts, findReceiptFacts } from './sql-receipt.ts'

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

/** Makes the PDF of a 受理凭证 and files it with the case. */
export async function renderReceipt(services: Services, renderer: PdfRenderer, run: JobRun): Promise<void> {
  await makeDocument(services, run, {
    kind: 'acceptance-receipt',
    prepare: async (tx, applicationId) => {
      const facts = await findReceiptFacts(tx, applicationId)
      if (facts === undefined || facts.dueOn === null) return undefined
      const book = await loadPolicyBook(tx, facts.agencyCode)
      const materials = book.resolve('confirmation.materials', tx.today).value
      const titles = new Map(materials.map(({ code, name }) => [code, name]))
      const receipt = toReceipt(services, { ...facts, dueOn: facts.dueOn }, { titles, now: tx.now })
      return {
        accountId: null,
        applicationId,
        render: () => renderAcceptanceReceipt(renderer, receipt, { createdAt: tx.now }),
      }
    },
  })
}
