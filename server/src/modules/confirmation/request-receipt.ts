import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer, lockCases } from '../case/index.ts'
import { addReceiptJob, queueReceipt } from './queue-receipt.ts'
import { findReceiptSince } from './sql-document.ts'

/** The 受理凭证 of the present acceptance; one that is there is answered again, one that failed is made again. */
export async function requestReceipt(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<{ documentId: string }> {
  getOfficer(ctx)
  return ctx.command(async (tx) => {
    const [record] = await lockCases(tx, [input.applicationId])
    if (record === undefined) throw problem('request.not-found')
    if (record.confirmation !== 'accepted' || record.confirmedAt === null) throw problem('confirmation.no-receipt')
    tx.concerns('application', record.id, { document: 'acceptance-receipt' })
    const known = await findReceiptSince(tx, record.id, record.confirmedAt)
    if (known === undefined) return { documentId: await queueReceipt(tx, record.id, record.version) }
    if (known.state !== 'ready') await addReceiptJob(tx, known.id)
    return { documentId: known.id }
  })
}
