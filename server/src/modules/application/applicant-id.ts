import type { Actor } from '../../platform/actor.ts'
import { problem } from '../../platform/problem.ts'

/** Account of the signed-in person; stops with 401 when nobody is. */
export function applicantIdOf(actor: Actor): string {
  if (actor.kind !== 'applicant') throw problem('request.sign-in-needed')
  return actor.accountId
}
