import type { OfficerActor } from '../../platform/actor.ts'
import { problem } from '../../platform/problem.ts'

/** In which of the two offices this officer takes part; the three administrators hold one role each (S-041). */
export function roleOf(officer: OfficerActor): 'system' | 'security' {
  if (officer.agencyLevel !== 'nation' && officer.agencyLevel !== 'province') throw problem('emergency.place')
  return officer.roles.includes('security') ? 'security' : 'system'
}
