import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listChannelTargetsEndpoint } from '@xingtan/contract/office/channel'
import type { Context } from '../../platform/context.ts'
import { listTargets } from './sql-post.ts'

/** Whom one may write to. */
export async function listChannelTargets(ctx: Context): Promise<OutputOf<typeof listChannelTargetsEndpoint>> {
  return ctx.read(async (tx) => ({ targets: await listTargets(tx) }))
}
