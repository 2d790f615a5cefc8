import type { PersonKind, PlanKind, RegistrationStage } from '@xingtan/contract/plan-content'
import type { Route } from '@xingtan/contract/qualification'
import { shanghaiInstant } from './shanghai-time.ts'
import type { PlanWindows, Window } from './window.ts'
import { type Calendar, addWorkingDays, previousWorkingDay } from './working-day.ts'

/** The windows of a demonstration: 网报, 确认, and the last day for conclusions (`YYYY-MM-DD`, Asia/Shanghai). */
export interface Plan extends PlanWindows {
  readonly decideBy: string
}

/** A phase of 网报 with those it is kept for; empty lists mean everybody (domain §8.4). */
export interface Phase extends Window {
  readonly routes: readonly Route[]
  readonly personKinds: readonly PersonKind[]
}

export interface StageWindow extends Window {
  readonly stage: RegistrationStage
}

/** When a 确认点 confirms and how many people its desks receive in a working day. */
export interface PointPlan extends Window {
  readonly pointId: string
  readonly deskCount: number
  readonly perDesk: number
}

/** A plan of a province or an agency as it is judged, for recognition and registration alike (PLN-3). */
export interface PlanDraft {
  readonly kind: PlanKind
  readonly phases: readonly Phase[]
  readonly confirms: readonly Window[]
  readonly umbrella: Window | null
  readonly stages: readonly StageWindow[]
  readonly decideBy: string | null
  readonly announceBy: string | null
  readonly completeBy: string | null
  readonly expectedCount: number | null
  readonly points: readonly PointPlan[]
  readonly hospitals: readonly { readonly name: string; readonly perDay: number }[]
}

/** From the first opening to the last closing; undefined when there is no window. */
export function spanOf(windows: readonly Window[]): Window | undefined {
  const [first] = windows
  if (first === undefined) return undefined
  return {
    opensAt: new Date(Math.min(...windows.map(({ opensAt }) => opensAt.getTime()))),
    closesAt: new Date(Math.max(...windows.map(({ closesAt }) => closesAt.getTime()))),
  }
}

/** Working days the demonstration has been open already, so that earlier applications lie inside its windows. */
const DEMO_DAYS_BEFORE = 5
const DEMO_NETWORK_DAYS = 15
const DEMO_CONFIRM_DAYS = 20
const DEMO_DECISION_DAYS = 20

/**
 * A lawful plan for demonstrations in which 网报 and 确认 are both open during the whole of `today`, whatever day it is.
 * It opened five working days before and ends on working days at 17:00; parents with the same windows contain it.
 */
export function openDemoPlan(today: string, calendar: Calendar): Plan {
  let first = today
  for (let left = DEMO_DAYS_BEFORE; left > 0; left -= 1) first = previousWorkingDay(calendar, first).day
  const opensAt = shanghaiInstant(first, '00:00')
  const networkLast = addWorkingDays(calendar, today, DEMO_NETWORK_DAYS).day
  const confirmLast = addWorkingDays(calendar, today, DEMO_CONFIRM_DAYS).day
  return {
    network: { opensAt, closesAt: shanghaiInstant(networkLast, '17:00') },
    confirm: { opensAt, closesAt: shanghaiInstant(confirmLast, '17:00') },
    decideBy: addWorkingDays(calendar, confirmLast, DEMO_DECISION_DAYS).day,
  }
}
