import type { DocumentType } from '@xingtan/contract/document'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { CASE_STAGE_TITLES, CaseStage } from '@xingtan/contract/office/case'
import type { previewRestrictionEndpoint } from '@xingtan/contract/office/restriction'
import { maskDocumentNumber } from '@xingtan/domain/mask'
import { parsePersonDocument } from '@xingtan/domain/person-identity'
import { checkName } from '@xingtan/domain/restriction-entry'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getPreview } from './sql-entry.ts'

const CERTIFICATE_WORDS: Readonly<Record<string, string>> = { valid: '有效', suspended: '已暂停使用' }

/** Whom a typed entry would hit and whether the name is the proven one, before it is saved (RES-2). The look is an event. */
export async function previewRestriction(
  ctx: Context,
  input: { readonly name: string; readonly documentType: DocumentType; readonly documentNumber: string },
): Promise<OutputOf<typeof previewRestrictionEndpoint>> {
  const document = parsePersonDocument(input.documentType, input.documentNumber)
  if (document.kind === 'bad') throw problem('restriction.number-wrong', { field: 'documentNumber' })
  const personIndex = ctx.crypto.blindIndex('person', document.key)
  return ctx.write(async (tx) => {
    const found = await getPreview(tx, personIndex, input.name)
    tx.concerns('restriction-preview', personIndex.subarray(0, 8).toString('hex'), {}, 'read')
    return {
      nameCheck: checkName(input.name, found.knownNames),
      namesakes: found.namesakes,
      liveEntries: found.liveEntries,
      cases: found.cases.map((one) => ({ ...one, stage: CASE_STAGE_TITLES[CaseStage.parse(one.stage)] })),
      certificates: found.certificates.map((one) => ({
        ...one,
        number: maskDocumentNumber(one.number),
        state: CERTIFICATE_WORDS[one.state] ?? one.state,
      })),
    }
  })
}
