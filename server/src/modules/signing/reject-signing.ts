import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getApplicant } from '../account/index.ts'
import { lockSigning, markRejected } from './sql.ts'

/** The owner does not know the device or the signature: token and signature are void (S-080). */
export async function rejectSigning(ctx: Context, input: { readonly signingId: string }): Promise<{ done: true }> {
  return ctx.command(async (tx) => {
    await getApplicant(tx)
    const signing = await lockSigning(tx, input.signingId)
    if (signing === undefined) throw problem('request.not-found')
    if (signing.acceptedAt !== null) throw problem('signing.over')
    await markRejected(tx, signing.id)
    tx.concerns('signing', signing.id)
    return { done: true }
  })
}
