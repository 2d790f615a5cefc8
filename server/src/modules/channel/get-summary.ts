import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getChannelSummaryEndpoint } from '@xingtan/contract/office/channel'
import type { Context } from '../../platform/context.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { summarisePosts } from './sql-post.ts'

/** What waits for this officer's reading and receipt. */
export async function getChannelSummary(ctx: Context): Promise<OutputOf<typeof getChannelSummaryEndpoint>> {
  const { roles } = signedInOfficer(ctx)
  return ctx.read((tx) => summarisePosts(tx, roles))
}
