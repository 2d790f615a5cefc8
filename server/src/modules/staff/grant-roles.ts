import type { OfficeRole } from '@xingtan/contract/office/session'
import { refuseGrant } from '@xingtan/domain/staff'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { findPoint } from '../agency/index.ts'
import { getOfficer } from '../case/index.ts'
import { explainSeparation, getAdministeredUser, toGranter } from './get-administered.ts'
import { appendStaffEvent } from './sql-filing.ts'
import { lockStaffPerson } from './sql-person.ts'
import { listOtherRoles, setRoles } from './sql-user.ts'

interface GrantRoles {
  readonly userId: string
  readonly roles: readonly OfficeRole[]
  readonly pointId: string | null
}

/** Gives a user other roles; what was taken away is refused from the next request on (S-031, S-041, S-059). */
export async function grantRoles(ctx: Context, input: GrantRoles): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  const roles = [...new Set(input.roles)]
  const work = ctx.command(async (tx) => {
    const user = await getAdministeredUser(tx, input.userId)
    await lockStaffPerson(tx, user.personId)
    if (!user.enabled) throw problem('staff.user-disabled')
    const point = input.pointId === null ? undefined : await findPoint(tx, input.pointId)
    throwIfRefused(
      refuseGrant({
        actor: toGranter(officer),
        personId: user.personId,
        agencyCode: user.agencyCode,
        isInScope: true,
        roles,
        currentRoles: user.roles,
        otherRoles: await listOtherRoles(tx, user.personId, user.id),
        pointAgencyCode: input.pointId === null ? null : (point?.agencyCode ?? ''),
      }),
    )
    await setRoles(tx, user.id, { roles, pointId: input.pointId })
    const event = { personId: user.personId, agencyCode: user.agencyCode, actorPersonId: officer.personId }
    await appendStaffEvent(tx, { ...event, kind: 'roles-granted' })
    tx.concerns('staff-user', user.id, { roles: roles.join(' '), before: user.roles.join(' ') })
    return { done: true as const }
  })
  return explainSeparation(work)
}
