import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { getAdministeredUser } from './get-administered.ts'
import { appendStaffEvent } from './sql-filing.ts'
import { disableUserRow } from './sql-user.ts'

/** Ends a user from the next request on: sessions, codes and delegations with it (S-032). */
export async function disableUser(
  ctx: Context,
  input: { readonly userId: string; readonly reason: string },
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const user = await getAdministeredUser(tx, input.userId)
    if (user.personId === officer.personId) throw problem('staff.own-user')
    if (!user.enabled) throw problem('staff.user-disabled')
    await disableUserRow(tx, user.id, input.reason)
    const event = { personId: user.personId, agencyCode: user.agencyCode, actorPersonId: officer.personId }
    await appendStaffEvent(tx, { ...event, kind: 'user-disabled', reason: input.reason })
    tx.concerns('staff-user', user.id)
    return { done: true as const }
  })
}
