import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { findPost, withdrawPost } from './sql-post.ts'

/** Takes a post back: those it came to no longer see it, one's own agency sees why. */
export async function withdrawChannelPost(
  ctx: Context,
  { postId, reason }: { readonly postId: string; readonly reason: string },
): Promise<{ done: true }> {
  const { agencyCode, roles } = signedInOfficer(ctx)
  return ctx.command(async (tx): Promise<{ done: true }> => {
    const found = await findPost(tx, postId, roles)
    if (found?.agencyCode !== agencyCode) throw problem('request.not-found')
    if ((await withdrawPost(tx, postId, reason)) === 0) throw problem('channel.withdrawn')
    tx.concerns('channel-post', postId)
    return { done: true }
  })
}
