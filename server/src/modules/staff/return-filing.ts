import { refuseFiling } from '@xingtan/domain/staff'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { appendStaffEvent, closeFiling, findFiling } from './sql-filing.ts'

/** Returns what was asked to be filed, with the reason; what is filed stays as it is. */
export async function returnFiling(
  ctx: Context,
  input: { readonly filingId: string; readonly reason: string },
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const filing = await findFiling(tx, input.filingId)
    if (filing === undefined) throw problem('request.not-found')
    throwIfRefused(refuseFiling(officer, filing))
    const outcome = { state: 'returned' as const, decidedBy: officer.personId, returnReason: input.reason }
    if (!(await closeFiling(tx, filing.id, outcome))) throw problem('staff.filing-decided')
    const { personId, agencyCode } = filing
    const event = { personId, agencyCode, actorPersonId: officer.personId, reason: input.reason }
    await appendStaffEvent(tx, { ...event, kind: 'returned' })
    tx.concerns('staff-person', personId, { filingId: filing.id })
    return { done: true as const }
  })
}
