import { permits } from '@xingtan/domain/permission'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { type Problem, problem } from '../../platform/problem.ts'
import { findCaseBelow } from './sql-below.ts'

/**
 * Why an officer cannot act on a case that is out of scope: an upper level that may read the case is told that it decides
 * nothing below (S-050); for everybody else a foreign case is as unknown as a random one (S-045).
 */
export async function explainUnknownCase(tx: Tx, officer: OfficerActor, applicationId: string): Promise<Problem> {
  const maySupervise = permits('case.supervise', officer)
  const below = maySupervise ? await findCaseBelow(tx, applicationId) : undefined
  return problem(below === undefined ? 'request.not-found' : 'case.not-own')
}
