import { NATION_AGENCY } from '@xingtan/contract/agency-reference'
import type { Grant } from '@xingtan/domain/staff'
import type { OfficerActor } from '../../platform/actor.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import type { Tx } from '../../platform/db.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { type StaffPerson, lockStaffPerson } from './sql-person.ts'
import { type ManagedUser, lockUser } from './sql-user.ts'

/** The person one administers, or 404: people of another tree are as unknown as nobody (S-031). */
export async function getAdministeredPerson(tx: Tx, personId: string): Promise<StaffPerson> {
  const person = await lockStaffPerson(tx, personId)
  if (person === undefined) throw problem('staff.person-unknown')
  if (person.leftAt !== null) throw problem('staff.person-left')
  return person
}

/** The user one administers, or 404. */
export async function getAdministeredUser(tx: Tx, userId: string): Promise<ManagedUser> {
  const user = await lockUser(tx, userId)
  if (user === undefined) throw problem('request.not-found')
  return user
}

/** Who grants, as the rules ask. */
export function toGranter(officer: OfficerActor): Grant['actor'] {
  const { personId, agencyCode } = officer
  return { personId, agencyCode, isNation: agencyCode === NATION_AGENCY }
}

/** Two grants at the same moment: the constraint stops the second, which is told what the rule would have said (S-041). */
export async function explainSeparation<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (violatedConstraint(error) === 'staff_users__separated')
      throwIfRefused([{ code: 'staff.roles-exclusive', field: 'roles' }])
    throw error
  })
}
