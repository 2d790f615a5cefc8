import { CASE_OFFICE_ROLES, type CaseRole } from '@xingtan/domain/application'
import type { Actor, OfficerActor } from '../../platform/actor.ts'
import { problem } from '../../platform/problem.ts'

/** The signed-in officer; stops with 401 when nobody is. */
export function getOfficer({ actor }: { readonly actor: Actor }): OfficerActor {
  if (actor.kind !== 'officer') throw problem('request.sign-in-needed')
  return actor
}

/** The officer's roles that act on cases; the others have no say in one. */
export function rolesOf(actor: OfficerActor): CaseRole[] {
  return CASE_OFFICE_ROLES.filter((role) => actor.roles.includes(role))
}
