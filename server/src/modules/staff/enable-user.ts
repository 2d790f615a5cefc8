import { refuseGrant } from '@xingtan/domain/staff'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { explainSeparation, getAdministeredPerson, getAdministeredUser, toGranter } from './get-administered.ts'
import { appendStaffEvent } from './sql-filing.ts'
import { enableUserRow, listOtherRoles } from './sql-user.ts'

/** Lets a disabled user work again; who may do so is who may give its roles. */
export async function enableUser(
  ctx: Context,
  input: { readonly userId: string; readonly reason: string },
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  const work = ctx.command(async (tx) => {
    const user = await getAdministeredUser(tx, input.userId)
    await getAdministeredPerson(tx, user.personId)
    if (user.enabled) throw problem('staff.user-enabled')
    throwIfRefused(
      refuseGrant({
        actor: toGranter(officer),
        personId: user.personId,
        agencyCode: user.agencyCode,
        isInScope: true,
        roles: user.roles,
        currentRoles: [],
        otherRoles: await listOtherRoles(tx, user.personId, user.id),
        pointAgencyCode: user.pointId === null ? null : user.agencyCode,
      }),
    )
    await enableUserRow(tx, user.id)
    const event = { personId: user.personId, agencyCode: user.agencyCode, actorPersonId: officer.personId }
    await appendStaffEvent(tx, { ...event, kind: 'user-enabled', reason: input.reason })
    tx.concerns('staff-user', user.id)
    return { done: true as const }
  })
  return explainSeparation(work)
}
