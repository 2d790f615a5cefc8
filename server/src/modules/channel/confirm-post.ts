import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { findPost } from './sql-post.ts'
import { markConfirmed } from './sql-receipt.ts'

/** 确认已读: once for each person, with the time (ADM-7). */
export async function confirmChannelPost(
  ctx: Context,
  { postId }: { readonly postId: string },
): Promise<{ done: true }> {
  const { userId, agencyCode, roles } = signedInOfficer(ctx)
  return ctx.command(async (tx): Promise<{ done: true }> => {
    const found = await findPost(tx, postId, roles)
    if (found === undefined || !found.isForMe) throw problem('request.not-found')
    if (!found.receiptRequired) throw problem('channel.no-receipt')
    await markConfirmed(tx, { postId, userId, agencyCode })
    tx.concerns('channel-post', postId)
    return { done: true }
  })
}
