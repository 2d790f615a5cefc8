import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { findPost } from './sql-post.ts'
import { countReceipts, insertReminder } from './sql-receipt.ts'

/** Reminds everybody who has not confirmed, once a day; they see it at the post and in the count of their page (ADM-7). */
export async function remindChannelPost(
  ctx: Context,
  { postId }: { readonly postId: string },
): Promise<{ waiting: number }> {
  const { agencyCode, roles, userId } = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    const found = await findPost(tx, postId, roles)
    if (found?.agencyCode !== agencyCode) throw problem('request.not-found')
    if (found.withdrawnAt !== null) throw problem('channel.withdrawn')
    if (!found.receiptRequired) throw problem('channel.no-receipt')
    if (!(await insertReminder(tx, postId, userId))) throw problem('channel.reminded-today')
    const { addressed, confirmed } = await countReceipts(tx, postId)
    tx.concerns('channel-post', postId)
    return { waiting: addressed - confirmed }
  })
}
