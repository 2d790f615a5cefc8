import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type PlanRecord, lockPlan } from './sql-plan.ts'

/** The plan of the officer's own agency under its lock; of another agency there is none to change (S-050). */
export async function lockOwnPlan(tx: Tx, officer: OfficerActor, planId: string): Promise<PlanRecord> {
  const plan = await lockPlan(tx, planId)
  if (plan === undefined || plan.agencyCode !== officer.agencyCode) throw problem('request.not-found')
  return plan
}

/** Whether the draft of a plan in this state may be written on. */
export function isEditable({ state }: Pick<PlanRecord, 'state'>): boolean {
  return state !== 'handed-in' && state !== 'scheduled'
}
