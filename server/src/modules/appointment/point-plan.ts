import type { BookingLimits } from '@xingtan/domain/appointment'
import type { Window } from '@xingtan/domain/window'
import type { Calendar } from '@xingtan/domain/working-day'
import type { Tx } from '../../platform/db.ts'
import { loadCalendar } from '../calendar/index.ts'
import { loadAgencyPlan } from '../plan/index.ts'
import { type PointRecord, type RuleRow, findPointRecord, findRule } from '../point/index.ts'
import { loadPolicyBook } from '../policy/index.ts'

export interface PointPlan {
  readonly point: PointRecord
  readonly rule: RuleRow | undefined
  /** Confirm windows of the point in the plan that is running or comes next. */
  readonly windows: readonly Window[]
  readonly roundId: string | undefined
  readonly calendar: Calendar
  readonly limits: BookingLimits & { readonly moveFirstHours: number }
}

/** Everything that decides about the slots of a point, or undefined when there is no such point. */
export async function loadPointPlan(tx: Tx, pointId: string): Promise<PointPlan | undefined> {
  const point = await findPointRecord(tx, pointId)
  if (point === undefined) return undefined
  const { plan, schedules } = await loadAgencyPlan(tx, point.agencyCode)
  const book = await loadPolicyBook(tx, point.agencyCode)
  return {
    point,
    rule: await findRule(tx, pointId),
    windows: schedules.filter((row) => row.pointId === pointId).map(({ opensAt, closesAt }) => ({ opensAt, closesAt })),
    roundId: plan?.roundId,
    calendar: await loadCalendar(tx),
    limits: book.resolve('appointment.limits', tx.today).value,
  }
}
