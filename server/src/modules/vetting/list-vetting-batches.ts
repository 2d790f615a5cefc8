import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listVettingBatchesEndpoint } from '@xingtan/contract/office/vetting'
import type { Context } from '../../platform/context.ts'
import { listBatches } from './sql.ts'

/** Batches of the agency with their counts: what the page asks for again and again while one is under way. */
export async function listVettingBatches(ctx: Context): Promise<OutputOf<typeof listVettingBatchesEndpoint>> {
  const batches = await ctx.read((tx) => listBatches(tx))
  return { batches: batches.map((batch) => ({ ...batch, requestedAt: batch.requestedAt.toISOString() })) }
}
