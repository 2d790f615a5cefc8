import type { Actor, OfficerActor } from './actor.ts'
import { problem } from './problem.ts'

/** The officer who asks; stops with 401 when nobody is signed in. */
export function signedInOfficer({ actor }: { readonly actor: Actor }): OfficerActor {
  if (actor.kind !== 'officer') throw problem('request.sign-in-needed')
  return actor
}
