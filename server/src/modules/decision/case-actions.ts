import type { CaseView } from '@xingtan/contract/office/case'
import { sentenceOf } from '@xingtan/contract/problem'
import { type ActionRefusals, listCaseActions } from '@xingtan/domain/case-action'
import { mayRequestVetting } from '@xingtan/domain/case-vetting'
import { isStoppedByHold } from '@xingtan/domain/case-hold'
import { refuseApproval, refuseTwoPersons } from '@xingtan/domain/decision'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { type CaseRecord, rolesOf, stateOf } from '../case/index.ts'
import { loadConfirmWindow } from '../confirmation/index.ts'
import type { ConclusionBasis } from './load-basis.ts'
import { isVoided } from './sql-correction.ts'

function refuseVettingRequest({ vetting }: ConclusionBasis): ActionRefusals['request-vetting'] {
  const isAnyOpen = [vetting.crime, vetting.offence].some(({ standing }) => mayRequestVetting(standing))
  if (isAnyOpen) return []
  const isRunning = [vetting.crime, vetting.offence].some(({ standing }) => standing === 'requested')
  return [{ code: isRunning ? 'vetting.running' : 'vetting.fresh' }]
}

/** What this officer may do now, judged by the rules of the commands themselves. */
export async function listActions(
  tx: Tx,
  officer: OfficerActor,
  record: CaseRecord,
  basis: ConclusionBasis,
): Promise<CaseView['actions']> {
  const state = stateOf(record)
  const roles = rolesOf(officer)
  const window =
    state === 'awaiting-confirmation' && roles.includes('confirm') ? await loadConfirmWindow(tx, record) : undefined
  const review = basis.review ?? null
  const needsDiploma = record.diplomaRequired && record.diplomaEvidenceId === null
  const isHeld = record.heldOn !== null
  const isTakenBack = record.conclusion === 'passed' && (await isVoided(tx, record.id))
  const listed = listCaseActions(state, roles, {
    resume: isHeld ? [] : [{ code: 'decision.not-held' }],
    confirm: window?.refusals ?? [],
    'refuse-confirmation': window?.refusals ?? [],
    'request-vetting': refuseVettingRequest(basis) ?? [],
    approve: refuseApproval({ ...basis.facts, review, approverPersonId: officer.personId }, tx.today),
    correct: isTakenBack ? [{ code: 'decision.voided-already' }] : [],
    refuse: refuseTwoPersons(review, officer.personId),
    'record-diploma': needsDiploma ? [] : [{ code: 'decision.no-diploma-needed' }],
    'print-receipt': record.confirmation === 'accepted' ? [] : [{ code: 'confirmation.no-receipt' }],
  })
  const why = sentenceOf({ code: 'case.on-hold' })
  return isHeld
    ? listed.map((one) => (one.allowed && isStoppedByHold(one.action) ? { ...one, allowed: false, why } : one))
    : listed
}
