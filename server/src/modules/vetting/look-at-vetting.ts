import type { OutputOf } from '@xingtan/contract/endpoint'
import type { lookAtVettingEndpoint } from '@xingtan/contract/office/vetting'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer, listCases } from '../case/index.ts'
import { insertLook, listDetails } from './sql-look.ts'

/** Results of one case with what the sources wrote: for the two named roles, with a purpose, as an event (DEC-2). */
export async function lookAtVetting(
  ctx: Context,
  { applicationId, purpose }: { readonly applicationId: string; readonly purpose: string },
): Promise<OutputOf<typeof lookAtVettingEndpoint>> {
  const { agencyCode, userId } = getOfficer(ctx)
  return ctx.write(async (tx) => {
    const [record] = await listCases(tx, [applicationId])
    if (record === undefined || record.agencyCode !== agencyCode) throw problem('request.not-found')
    tx.concerns('application', applicationId, { part: 'vetting' }, 'read')
    await insertLook(tx, { applicationId, batchId: null, way: 'detail', purpose, agencyCode, lookedBy: userId })
    const details = await listDetails(tx, applicationId)
    return {
      results: details.map(({ detailSealed, requestedAt, answeredAt, ...result }) => ({
        ...result,
        requestedAt: requestedAt.toISOString(),
        answeredAt: answeredAt?.toISOString() ?? null,
        detail: detailSealed === null ? null : ctx.crypto.openColumn(detailSealed),
      })),
    }
  })
}
