import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getNoticeEndpoint } from '@xingtan/contract/place'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findNotice } from './sql.ts'

/** One announcement while it is published. */
export async function getNotice(
  ctx: Context,
  input: { readonly noticeId: string },
): Promise<OutputOf<typeof getNoticeEndpoint>> {
  const notice = await ctx.read((tx) => findNotice(tx, input.noticeId))
  if (notice === undefined) throw problem('request.not-found')
  return { ...notice, publishedAt: notice.publishedAt.toISOString() }
}
