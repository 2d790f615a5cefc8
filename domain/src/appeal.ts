import type { ApplicationStatus } from '@xingtan/contract/application'
import type { Refusal } from '@xingtan/contract/problem'
import { addDays } from './calendar-day.ts'
import { readableDay } from './readable-time.ts'

/** What a review request is judged by. */
export interface ReviewRequestFacts {
  readonly status: ApplicationStatus
  /** Day of the conclusion that stands; null before it. */
  readonly concludedOn: string | null
  /** Day on which its letter was delivered, where that was written down. */
  readonly deliveredOn: string | null
  /** Days of the policy `appeal.window-days`. */
  readonly windowDays: number
  readonly hasRequest: boolean
}

/** Last day, included, of asking for a review: counted from the delivery of the letter, else from the conclusion (APP-15). */
export function lastReviewDay(
  facts: Pick<ReviewRequestFacts, 'concludedOn' | 'deliveredOn' | 'windowDays'>,
): string | null {
  const from = facts.deliveredOn ?? facts.concludedOn
  return from === null ? null : addDays(from, facts.windowDays)
}

/** Reasons why the applicant cannot ask for a review today (APP-15). 行政许可法 art. 7: the right to be heard. */
export function refuseReviewRequest(facts: ReviewRequestFacts, today: string): Refusal[] {
  const last = lastReviewDay(facts)
  if (facts.status !== 'not-recognised' || last === null) return [{ code: 'appeal.not-refused' }]
  if (facts.hasRequest) return [{ code: 'appeal.once' }]
  return today > last ? [{ code: 'appeal.too-late', values: { day: readableDay(last) } }] : []
}

/** A review is answered by somebody who neither reviewed nor decided (APP-15, S-057). */
export function refuseReviewAnswer(
  decision: { readonly reviewerPersonId: string; readonly approverPersonId: string },
  answererPersonId: string,
): Refusal[] {
  const { reviewerPersonId, approverPersonId } = decision
  return [reviewerPersonId, approverPersonId].includes(answererPersonId) ? [{ code: 'appeal.same-person' }] : []
}
