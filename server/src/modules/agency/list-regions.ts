import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listRegionsEndpoint } from '@xingtan/contract/place'
import type { Context } from '../../platform/context.ts'
import { listRegionsBelow } from './sql.ts'

/** Regions below a region, for the place chooser. */
export async function listRegions(
  ctx: Context,
  input: { readonly parent?: string | undefined },
): Promise<OutputOf<typeof listRegionsEndpoint>> {
  const regions = await ctx.read((tx) => listRegionsBelow(tx, input.parent ?? null))
  return { regions: regions.map(({ code, name, level }) => ({ code, name, level })) }
}
