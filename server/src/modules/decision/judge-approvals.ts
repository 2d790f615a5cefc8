import type { Refusal } from '@xingtan/contract/problem'
import { refuseAct, refuseApproval } from '@xingtan/domain/decision'
import type { RecognitionFacts } from '@xingtan/domain/decision'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { type CaseRecord, listConflicts, rolesOf, stateOf } from '../case/index.ts'
import type { PolicyBook } from '../policy/index.ts'
import { type ConclusionBasis, loadBasis } from './load-basis.ts'

/** One row an officer wants to approve, with the version they saw. */
export interface WantedApproval {
  readonly applicationId: string
  readonly version: number
}

export interface JudgedApproval {
  readonly record: CaseRecord
  readonly basis: ConclusionBasis
  readonly refusals: readonly Refusal[]
}

export interface ApprovalQuestion {
  readonly officer: OfficerActor
  readonly wanted: readonly WantedApproval[]
  readonly records: readonly CaseRecord[]
  readonly book: PolicyBook
  readonly barOf: (applicationId: string) => RecognitionFacts['bar']
}

/** Every reason that stands against each of these approvals now; nothing is written. */
export async function judgeApprovals(tx: Tx, question: ApprovalQuestion): Promise<JudgedApproval[]> {
  const { officer, wanted, records, book, barOf } = question
  const basisOf = await loadBasis(tx, records, book, barOf)
  const roles = rolesOf(officer)
  const conflictsOf = await listConflicts(
    tx,
    records.map(({ id }) => id),
  )
  return records.map((record, index) => {
    const basis = basisOf(record.id)
    const version = wanted[index]?.version ?? null
    const conflicts = conflictsOf(record.id)
    if (conflicts.length > 0) return { record, basis, refusals: conflicts }
    const found = { state: stateOf(record), version: record.version, isHeld: record.heldOn !== null }
    const act = refuseAct(found, { action: 'approve', roles, version })
    if (act.length > 0) return { record, basis, refusals: act }
    const review = basis.review ?? null
    const facts = { ...basis.facts, review, approverPersonId: officer.personId }
    return { record, basis, refusals: refuseApproval(facts, tx.today) }
  })
}
