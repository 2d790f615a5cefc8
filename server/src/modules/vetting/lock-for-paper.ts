import { canDo } from '@xingtan/domain/application'
import { CASE_STATE_TITLES } from '@xingtan/domain/decision'
import { mayRequestVetting } from '@xingtan/domain/case-vetting'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type CaseRecord, lockCase, stateOf } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { loadVetting } from './standing.ts'

/**
 * The case under its lock, when a paper may be its no-crime check now: it waits for a conclusion, and the exchange is
 * neither asked nor has answered. A finding of the exchange is never papered over.
 */
export async function lockForPaper(tx: Tx, officer: OfficerActor, applicationId: string): Promise<CaseRecord> {
  const record = await lockCase(tx, applicationId)
  if (record === undefined) throw problem('request.not-found')
  const state = stateOf(record)
  if (!canDo(state, ['vet'], 'request-vetting')) {
    throw problem('case.not-now', { values: { state: CASE_STATE_TITLES[state] } })
  }
  const book = await loadPolicyBook(tx, officer.agencyCode)
  const { standing } = (await loadVetting(tx, [applicationId], book))(applicationId).crime
  if (standing === 'hit' || !mayRequestVetting(standing)) throw problem('vetting.paper-not-needed')
  return record
}
