import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { endDelegationRow, findDelegation } from './sql-delegation.ts'
import { appendStaffEvent } from './sql-filing.ts'

/** Takes a delegation back (giver), gives it back (receiver), or ends it (users officer): from the next request on. */
export async function endDelegation(ctx: Context, input: { readonly delegationId: string }): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const found = await findDelegation(tx, input.delegationId)
    const isParty = found !== undefined && [found.fromUserId, found.toUserId].includes(officer.userId)
    if (found === undefined || !(isParty || officer.roles.includes('users'))) throw problem('request.not-found')
    if (!(await endDelegationRow(tx, found.id))) throw problem('staff.delegation-over')
    const event = { personId: found.fromPersonId, agencyCode: found.agencyCode, actorPersonId: officer.personId }
    await appendStaffEvent(tx, { ...event, kind: 'delegation-ended' })
    tx.concerns('staff-delegation', found.id)
    return { done: true as const }
  })
}
