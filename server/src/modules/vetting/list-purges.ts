import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listVettingPurgesEndpoint } from '@xingtan/contract/office/vetting'
import type { Context } from '../../platform/context.ts'
import { getOfficer } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { listPurges as listRows } from './sql-purge.ts'

/** What the purge has wiped of the agency, and how long after a conclusion it does (S-129). */
export async function listPurges(ctx: Context): Promise<OutputOf<typeof listVettingPurgesEndpoint>> {
  const { agencyCode } = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const book = await loadPolicyBook(tx, agencyCode)
    const purges = await listRows(tx)
    return {
      afterDays: book.resolve('vetting.purge-after-days', tx.today).value,
      purges: purges.map(({ id, purgedAt, ...counts }) => ({
        purgeId: id,
        purgedAt: purgedAt.toISOString(),
        ...counts,
      })),
    }
  })
}
