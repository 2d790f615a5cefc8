import type { OutputOf } from '@xingtan/contract/endpoint'
import type { openChannelPostEndpoint } from '@xingtan/contract/office/channel'
import { permits } from '@xingtan/domain/permission'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { listChannelFiles } from './sql-file.ts'
import { findPost } from './sql-post.ts'
import { countReceipts, markRead } from './sql-receipt.ts'
import { toChannelRow } from './to-row.ts'

/** Opens a post: the first opening by each person it came to is kept (ADM-7). */
export async function openChannelPost(
  ctx: Context,
  { postId }: { readonly postId: string },
): Promise<OutputOf<typeof openChannelPostEndpoint>> {
  const officer = signedInOfficer(ctx)
  const { userId, agencyCode, roles } = officer
  return ctx.write(async (tx) => {
    const found = await findPost(tx, postId, roles)
    if (found === undefined || (found.agencyCode !== agencyCode && !found.isForMe)) throw problem('request.not-found')
    if (found.isForMe) await markRead(tx, { postId, userId, agencyCode })
    tx.concerns('channel-post', postId, {}, 'read')
    const isOwn = found.agencyCode === agencyCode
    return {
      row: { ...toChannelRow(found, tx.today), isRead: true },
      body: found.body,
      authorName: found.authorName ?? '',
      isOwn,
      isAddressed: found.isForMe,
      answersId: found.answersId,
      withdrawnBecause: found.withdrawnBecause,
      files: await listChannelFiles(tx, postId),
      mayAnswer: !isOwn && permits('channel.post', officer),
      counts: isOwn ? await countReceipts(tx, postId) : null,
    }
  })
}
