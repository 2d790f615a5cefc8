import type { PolicyValues } from '@xingtan/contract/policy'
import type { Refusal } from '@xingtan/contract/problem'
import type { AnyCaseAction } from './application.ts'
import { addDays } from './calendar-day.ts'
import { type Calendar, type FoundDay, addWorkingDays, countWorkingDays } from './working-day.ts'

const GOES_ON: ReadonlySet<AnyCaseAction> = new Set([
  'resume',
  'print-receipt',
  'preview-form',
  'request-vetting',
  'record-diploma',
])

/** While a case is held nothing is decided about it; what it waits for may still come in. */
export function isStoppedByHold(action: AnyCaseAction): boolean {
  return !GOES_ON.has(action)
}

export interface WantedHold {
  readonly reason: string
  /** Working days told to the applicant in writing; needed where the clock stands still. */
  readonly expectedDays: number | null
}

/** What of the case a hold depends on. */
export interface HoldFacts {
  readonly awaitsDiploma: boolean
  /** What happens to a final-term student without the diploma (domain §23 case 19). */
  readonly withoutDiploma: 'refuse' | 'hold'
}

/**
 * Reasons against a hold: only reasons of the catalogue, the time told in writing where it is not counted (行政许可法 art.
 * 45), and a wait for the diploma only where the policy of the place holds rather than refuses.
 */
export function refuseHold(
  wanted: WantedHold,
  catalogue: PolicyValues['decision.hold-reasons'],
  facts: HoldFacts,
): Refusal[] {
  const reason = catalogue.find(({ code }) => code === wanted.reason)
  if (reason === undefined) return [{ code: 'decision.hold-reason-unknown', field: 'reason' }]
  const refusals: Refusal[] = []
  if (reason.stopsClock && wanted.expectedDays === null) {
    refusals.push({ code: 'decision.hold-days-needed', field: 'expectedDays', basis: reason.basis })
  }
  if (reason.code === 'diploma-awaited' && !(facts.awaitsDiploma && facts.withoutDiploma === 'hold')) {
    refusals.push({ code: 'decision.hold-not-for-diploma', field: 'reason' })
  }
  return refusals
}

/**
 * Due day after a hold. Only the time of experts and examinations is not counted (行政许可法 art. 45): every working day
 * from the day of the hold to the day before the case goes on. A due day that had passed before the hold stays.
 */
export function dueAfterHold(
  calendar: Calendar,
  hold: { readonly dueOn: string; readonly heldOn: string; readonly resumedOn: string; readonly stopsClock: boolean },
): FoundDay {
  const { dueOn, heldOn, resumedOn, stopsClock } = hold
  if (!stopsClock || dueOn < heldOn) return { day: dueOn, provisional: false }
  const held = countWorkingDays(calendar, heldOn, addDays(resumedOn, -1))
  if (held.count === 0) return { day: dueOn, provisional: false }
  const moved = addWorkingDays(calendar, dueOn, held.count)
  return { day: moved.day, provisional: moved.provisional || held.provisional }
}

/**
 * Whether the day has come on which a missing diploma decides the case: at the conclusion, or on the day of the policy
 * (included). 教师法 art. 11; the day is a policy of the place (domain §9.1, §23 case 19).
 */
export function isDiplomaOverdue(policy: PolicyValues['student.diploma-required-by'], day: string): boolean {
  return policy.by === 'conclusion' || policy.on === null || day >= policy.on
}
