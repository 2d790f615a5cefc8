import type { AnyCaseAction, CaseState } from '@xingtan/domain/application'
import { caseStateOf } from '@xingtan/domain/application'
import { refuseAct } from '@xingtan/domain/decision'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { listConflicts } from './conflicts.ts'
import { explainUnknownCase } from './explain-unknown-case.ts'
import { rolesOf } from './get-officer.ts'
import { type CaseRecord, lockCase } from './sql.ts'

/** The state that decides what may be done. */
export function stateOf(record: CaseRecord): CaseState {
  const { withdrawnAt, confirmation, conclusion } = record
  return caseStateOf({ isWithdrawn: withdrawnAt !== null, confirmation, conclusion })
}

export interface CaseAct {
  readonly applicationId: string
  readonly action: AnyCaseAction
  /** Version the officer saw. */
  readonly version: number
}

/**
 * The case under its lock, for an act that the table of states allows now: unknown and foreign cases are the same 404
 * (S-045, S-049), one of an agency below is read and never decided (403, S-050), a state or version that does not fit is 409 (S-054).
 */
export async function lockCaseFor(tx: Tx, actor: OfficerActor, act: CaseAct): Promise<CaseRecord> {
  const record = await lockCase(tx, act.applicationId)
  if (record === undefined) throw await explainUnknownCase(tx, actor, act.applicationId)
  const conflictsOf = await listConflicts(tx, [record.id])
  throwIfRefused(conflictsOf(record.id))
  throwIfRefused(
    refuseAct(
      { state: stateOf(record), version: record.version, isHeld: record.heldOn !== null },
      { action: act.action, roles: rolesOf(actor), version: act.version },
    ),
  )
  return record
}
