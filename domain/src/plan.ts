import type { PolicyValues } from '@xingtan/contract/policy'
import { addDays } from './calendar-day.ts'
import { shanghaiDay, shanghaiInstant } from './shanghai-time.ts'
import type { Closure, PlanWindows, Window } from './window.ts'
import { addWorkingDays, isWorkingDay, previousWorkingDay } from './working-day.ts'
import type { Calendar } from './working-day.ts'

/** A plan of a province or an agency: 网报, 确认, and the last day for conclusions (`YYYY-MM-DD`, Asia/Shanghai). */
export interface Plan extends PlanWindows {
  readonly decideBy: string
}

/** What the plan has to fit into. Of the nation: its windows of the year for both kinds, and the maintenance. */
export interface PlanParent {
  readonly level: 'nation' | 'province' | 'agency'
  readonly network: readonly Window[]
  readonly confirm: readonly Window[]
  readonly closures: readonly Closure[]
}

type WindowKind = 'network' | 'confirm'

/** What is wrong, with the figures a sentence about it needs. */
type PlanFault =
  | { readonly code: 'empty-window'; readonly window: WindowKind }
  | { readonly code: 'outside-parent'; readonly window: WindowKind; readonly level: PlanParent['level'] }
  | { readonly code: 'too-short'; readonly window: WindowKind; readonly required: number; readonly found: number }
  | { readonly code: 'starts-on-day-off' | 'ends-on-day-off'; readonly window: WindowKind; readonly day: string }
  | { readonly code: 'decision-before-confirm-ends'; readonly earliest: string }
  | { readonly code: 'decision-too-late'; readonly latest: string; readonly required: number }

export type PlanFinding = PlanFault & {
  /** `warn` may be published with a justification the province approves; `block` may not. */
  readonly severity: 'block' | 'warn'
  /** 暂定: rests on days whose 调休 notice is not published yet. */
  readonly provisional: boolean
}

/** First and last legal day on which a window is open; one that shuts at 24:00 ends on the day before. */
function daysOf(window: Window): { first: string; last: string } {
  return { first: shanghaiDay(window.opensAt), last: shanghaiDay(new Date(window.closesAt.getTime() - 1)) }
}

function contains(outer: Window, inner: Window): boolean {
  return outer.opensAt <= inner.opensAt && inner.closesAt <= outer.closesAt
}

/** Working days on which people can act: days shut for maintenance from 0:00 to 24:00 do not count. */
function countOpenWorkingDays(
  calendar: Calendar,
  window: Window,
  closures: readonly Closure[],
): { count: number; provisional: boolean } {
  const { first, last } = daysOf(window)
  let count = 0
  let provisional = false
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const whole = { opensAt: shanghaiInstant(day, '00:00'), closesAt: shanghaiInstant(day, '24:00') }
    if (closures.some((closure) => contains(closure, whole))) continue
    const answer = isWorkingDay(calendar, day)
    provisional ||= answer.provisional
    if (answer.working) count += 1
  }
  return { count, provisional }
}

interface Question {
  readonly plan: Plan
  readonly parent: PlanParent
  readonly policy: PolicyValues['plan.minimums']
  readonly calendar: Calendar
}

/** Nesting, length and ends of one window. */
function refuseWindow({ plan, parent, policy, calendar }: Question, kind: WindowKind): PlanFinding[] {
  const window = plan[kind]
  if (window.closesAt <= window.opensAt) {
    return [{ code: 'empty-window', window: kind, severity: 'block', provisional: false }]
  }
  const findings: PlanFinding[] = []
  const { severity } = policy
  if (!parent[kind].some((outer) => contains(outer, window))) {
    findings.push({ code: 'outside-parent', window: kind, level: parent.level, severity: 'block', provisional: false })
  }
  const required = kind === 'network' ? policy.networkWorkingDays : policy.confirmWorkingDays
  const { count: found, provisional } = countOpenWorkingDays(calendar, window, parent.closures)
  if (found < required) findings.push({ code: 'too-short', window: kind, required, found, severity, provisional })
  const { first, last } = daysOf(window)
  const ends = [
    { code: 'starts-on-day-off', day: first, isAsked: policy.startsOnWorkingDay },
    { code: 'ends-on-day-off', day: last, isAsked: policy.endsOnWorkingDay },
  ] as const
  for (const { code, day, isAsked } of ends) {
    const answer = isWorkingDay(calendar, day)
    if (!isAsked || answer.working) continue
    findings.push({ code, window: kind, day, severity, provisional: answer.provisional })
  }
  return findings
}

/** The last day for conclusions: not before 确认 ends, and not later than the law allows after it. */
function refuseDecision({ plan, policy, calendar }: Question): PlanFinding[] {
  const { last } = daysOf(plan.confirm)
  if (plan.decideBy < last) {
    return [{ code: 'decision-before-confirm-ends', earliest: last, severity: 'block', provisional: false }]
  }
  const required = policy.decisionWorkingDays
  const { day: latest, provisional } = addWorkingDays(calendar, last, required)
  if (plan.decideBy <= latest) return []
  return [{ code: 'decision-too-late', latest, required, severity: policy.severity, provisional }]
}

/**
 * What is wrong with a plan; empty means it may be published. Lengths and ends carry the severity of the policy row,
 * since real plans break them by a day; a window that is empty or leaves its parent always blocks (PLN-3, PLN-4, S-077).
 * Yearly notices on 教师资格制度实施工作 (网报 at least 10 working days, 现场确认 at least 5, ends not on weekends or
 * holidays); 教师资格条例 art. 16 with its 实施办法 (conclusion within 30 working days after intake ends).
 */
export function refusePlan(
  plan: Plan,
  parent: PlanParent,
  policy: PolicyValues['plan.minimums'],
  calendar: Calendar,
): PlanFinding[] {
  const question = { plan, parent, policy, calendar }
  return [...refuseWindow(question, 'network'), ...refuseWindow(question, 'confirm'), ...refuseDecision(question)]
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
