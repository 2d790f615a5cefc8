import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getCaseBelowEndpoint } from '@xingtan/contract/office/supervision'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getAgency } from '../agency/index.ts'
import { findCaseBelow, getOfficer } from '../case/index.ts'
import { describeCase } from './describe-case.ts'
import { listUrges } from './sql-alert.ts'

/**
 * One case of an agency below, as far as an upper level reads it. The event of the reading is stored before anything is
 * answered: without it nobody sees the case (S-050, S-144).
 */
export async function getCaseBelow(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<OutputOf<typeof getCaseBelowEndpoint>> {
  const officer = getOfficer(ctx)
  const read = await ctx.readBelow(async (tx) => {
    const below = await findCaseBelow(tx, input.applicationId)
    const view = below && (await describeCase(ctx, tx, { ...input, officer, isAbove: true }))
    if (below === undefined || view === undefined) throw problem('request.not-found')
    const urges = await listUrges(tx, input.applicationId)
    return { view, urges, agency: await getAgency(tx, below.agencyCode) }
  })
  await ctx.write(async (tx) => {
    tx.concerns('application', input.applicationId, { of: read.agency.code }, 'read')
  })
  return {
    agencyName: read.agency.name,
    view: read.view,
    urged: read.urges.map(({ raisedAt, seenAt, from, note }) => ({
      at: raisedAt.toISOString(),
      from,
      note,
      seenAt: seenAt?.toISOString() ?? null,
    })),
  }
}
