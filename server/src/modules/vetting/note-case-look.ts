import type { OfficerActor } from '../../platform/actor.ts'
import type { WorkTx } from '../../platform/context.ts'
import { maySeeVetting } from '../case/index.ts'
import { insertLook } from './sql-look.ts'

/** Writes that one of the two named roles opened a case whose results are there to be seen (DEC-2). */
export async function noteCaseLook(
  tx: WorkTx,
  officer: OfficerActor,
  seen: { readonly applicationId: string; readonly hasAnswers: boolean },
): Promise<boolean> {
  if (!seen.hasAnswers || !maySeeVetting(officer)) return false
  const { agencyCode, userId } = officer
  const look = { applicationId: seen.applicationId, batchId: null, way: 'case', purpose: null } as const
  await insertLook(tx, { ...look, agencyCode, lookedBy: userId })
  return true
}
