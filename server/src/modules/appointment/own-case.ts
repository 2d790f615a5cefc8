import { type BookableSlot, refuseSlot } from '@xingtan/domain/appointment'
import type { Refusal } from '@xingtan/contract/problem'
import { coolDownUntil, refuseCoolDown } from '@xingtan/domain/appointment'
import type { WorkTx } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { type CaseRecord, lockCase, stateOf } from '../case/index.ts'
import { type PointPlan, loadPointPlan } from './point-plan.ts'
import { findBooking, listEndings, retireMissed } from './sql-booking.ts'
import { findOwnTicket } from './sql-queue.ts'

export interface OwnCase {
  readonly record: CaseRecord
  readonly plan: PointPlan
}

/** The person's own case under its lock with the plan of its point, when the case still has to be confirmed. */
export async function lockOwnCase(tx: WorkTx, applicationId: string): Promise<OwnCase> {
  const record = await lockCase(tx, applicationId)
  if (record === undefined) throw problem('request.not-found')
  if (stateOf(record) !== 'awaiting-confirmation') throw problem('appointment.not-awaiting')
  const plan = await loadPointPlan(tx, record.pointId)
  if (plan?.rule === undefined || plan.rule.onlinePercent === 0) throw problem('appointment.not-offered')
  await retireMissed(tx, record.personIndex)
  return { record, plan }
}

/**
 * Stops whoever has a booking or stands in the line with today's number: another place would be kept from somebody else
 * (S-082).
 */
export async function throwIfPlaced(tx: WorkTx, { record }: OwnCase): Promise<void> {
  if ((await findBooking(tx, record.id)) !== undefined) throw problem('appointment.already-booked')
  const ticket = await findOwnTicket(tx, record.id)
  if (ticket?.state === 'waiting' || ticket?.state === 'called') throw problem('appointment.in-line')
}

/** Stops with every reason why this slot cannot be booked for the case now. */
export function throwUnlessBookable(
  tx: WorkTx,
  { record, plan }: OwnCase,
  asked: { readonly slot: BookableSlot | undefined; readonly isMoving: boolean; readonly others: readonly Refusal[] },
): void {
  if (asked.slot === undefined) throw problem('request.not-found')
  const windows = plan.roundId === record.roundId ? plan.windows : []
  const { slot, isMoving } = asked
  throwIfRefused([...asked.others, ...refuseSlot({ slot, pointId: record.pointId, windows, now: tx.now, isMoving })])
}

/** Why this person has to wait before taking another place, if so (S-082). */
export async function listCoolDownRefusals(tx: WorkTx, { record, plan }: OwnCase): Promise<Refusal[]> {
  return refuseCoolDown(coolDownUntil(await listEndings(tx, record.personIndex), plan.limits, tx.now))
}
