import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { explainUnknownCase, getOfficer, lockCase } from '../case/index.ts'
import { findDocumentSince, orderDocument, orderDocumentAgain } from '../document/index.ts'

/** The 受理凭证 of the present acceptance; one that is there is answered again, one that failed is made again. */
export async function requestReceipt(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<{ documentId: string }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCase(tx, input.applicationId)
    if (record === undefined) throw await explainUnknownCase(tx, officer, input.applicationId)
    if (record.confirmation !== 'accepted' || record.confirmedAt === null) throw problem('confirmation.no-receipt')
    const { id: applicationId, version: caseVersion, confirmedAt: since } = record
    tx.concerns('application', applicationId, { document: 'acceptance-receipt' })
    const known = await findDocumentSince(tx, { kind: 'acceptance-receipt', applicationId, since })
    if (known === undefined) {
      return { documentId: await orderDocument(tx, { kind: 'acceptance-receipt', applicationId, caseVersion }) }
    }
    await orderDocumentAgain(tx, known)
    return { documentId: known.id }
  })
}
