import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findCase } from '../case/index.ts'
import { orderLetter } from '../decision/index.ts'

/** 下载决定书: its applicant has it made when the office has not. */
export async function orderOwnLetter(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<{ documentId: string }> {
  return ctx.command(async (tx) => {
    const record = await findCase(tx, input.applicationId)
    if (record === undefined) throw problem('request.not-found')
    const documentId = await orderLetter(tx, record)
    tx.concerns('application', record.id, { documentId, document: 'decision-letter' })
    return { documentId }
  })
}
