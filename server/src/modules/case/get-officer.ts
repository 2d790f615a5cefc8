import { OfficeRole } from '@xingtan/contract/office/session'
import type { Actor, OfficerActor } from '../../platform/actor.ts'
import { problem } from '../../platform/problem.ts'

/** The signed-in officer; stops with 401 when nobody is. */
export function getOfficer({ actor }: { readonly actor: Actor }): OfficerActor {
  if (actor.kind !== 'officer') throw problem('request.sign-in-needed')
  return actor
}

/** The officer's roles as far as this release knows them. */
export function rolesOf(actor: OfficerActor): OfficeRole[] {
  return actor.roles.flatMap((role) => {
    const known = OfficeRole.safeParse(role)
    return known.success ? [known.data] : []
  })
}
