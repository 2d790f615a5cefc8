import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listRestrictionWarningsEndpoint } from '@xingtan/contract/office/restriction'
import type { Context } from '../../platform/context.ts'
import { listWarnings } from './sql-warning.ts'

/** Agencies of one's tree with two or more wrong entries in a year (RES-3). */
export async function listRestrictionWarnings(ctx: Context): Promise<OutputOf<typeof listRestrictionWarningsEndpoint>> {
  const warnings = await ctx.read((tx) => listWarnings(tx))
  return {
    warnings: warnings.map(({ id, raisedAt, answeredAt, ...warning }) => ({
      warningId: id,
      ...warning,
      raisedAt: raisedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
    })),
  }
}
