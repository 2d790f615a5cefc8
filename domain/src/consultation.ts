import { NATION_AGENCY } from '@xingtan/contract/agency-reference'
import {
  type ConsultationKind,
  type ConsultationOutcome,
  type ConsultationTopic,
  OUTCOMES_BY_KIND,
  TOPICS_BY_KIND,
} from '@xingtan/contract/consultation'
import type { ConsultationAction } from '@xingtan/contract/office/consultation'
import type { Refusal } from '@xingtan/contract/problem'
import { type Calendar, type FoundDay, addWorkingDays } from './working-day.ts'

/** What a person wants to send, as far as it decides whether it can be taken. */
export interface Submission {
  readonly kind: ConsultationKind
  readonly topic: ConsultationTopic
  readonly title: string
  readonly contact: 'account' | 'phone' | 'anonymous'
}

/** Eleven digits in a row or more, also with gaps: a phone or a document number. */
const LONG_NUMBER = /\d(?:[\s-]?\d){10,}/

/**
 * Every reason against taking the item. Lists show the title to everybody who handles items, so it names nobody; only
 * reports of fraud may be anonymous (requirements PUB-6; 个人信息保护法 art. 6, least data).
 */
export function refuseSubmission(given: Submission): Refusal[] {
  const refusals: Refusal[] = []
  if (!TOPICS_BY_KIND[given.kind].includes(given.topic)) {
    refusals.push({ code: 'consultation.topic-mismatch', field: 'topic' })
  }
  if (LONG_NUMBER.test(given.title.normalize('NFKC')))
    refusals.push({ code: 'consultation.title-number', field: 'title' })
  if (given.contact === 'anonymous' && given.kind !== 'fraud') {
    refusals.push({ code: 'consultation.anonymous-kind', field: 'contact' })
  }
  return refusals
}

export interface AddressedAgency {
  readonly code: string
  readonly parentCode: string | null
}

/**
 * Whose desk an item goes to: the agency that was written to; a complaint goes to the level above the agency complained
 * about, so that nobody judges himself. 信访工作条例 (分级负责); 001 一（五）.
 */
export function receiverOf(kind: ConsultationKind, addressed: AddressedAgency): string {
  return kind === 'complaint' ? (addressed.parentCode ?? NATION_AGENCY) : addressed.code
}

/**
 * The deadline after a transfer: it stands, but the new desk has at least `atLeast` working days from the day after the
 * transfer. 依据待核 (policy `consultation.limits`).
 */
export function dueAfterTransfer(
  calendar: Calendar,
  due: FoundDay,
  given: { today: string; atLeast: number },
): FoundDay {
  const least = addWorkingDays(calendar, given.today, given.atLeast)
  return least.day > due.day ? least : due
}

/** An item as far as acts on it go. */
export interface HandledItem {
  readonly kind: ConsultationKind
  readonly state: 'received' | 'working' | 'answered'
  readonly agencyCode: string
  readonly contact: 'account' | 'phone' | 'anonymous'
}

/** Every reason why an officer of `agencyCode` cannot do this with the item now; empty means he can. PUB-6. */
export function refuseHandling(action: ConsultationAction, item: HandledItem, agencyCode: string): Refusal[] {
  if (item.agencyCode !== agencyCode) return [{ code: 'consultation.not-here' }]
  if (action === 'reveal') return item.contact === 'anonymous' ? [{ code: 'consultation.anonymous' }] : []
  if (action === 'refer' && item.kind !== 'fraud') return [{ code: 'consultation.refer-kind' }]
  // A report that was answered may still lead to an entry later.
  if (action === 'refer') return []
  return item.state === 'answered' ? [{ code: 'consultation.answered' }] : []
}

/** Reasons against this outcome for this kind. PUB-6. */
export function refuseOutcome(kind: ConsultationKind, outcome: ConsultationOutcome): Refusal[] {
  if (OUTCOMES_BY_KIND[kind].includes(outcome)) return []
  return [{ code: 'consultation.outcome-mismatch', field: 'outcome' }]
}

/** Reasons against this transfer: never to the agency complained about, and not for ever. PUB-6. */
export function refuseTransfer(given: {
  readonly to: string
  readonly subjectAgencyCode: string | null
  readonly transfers: number
  readonly most: number
}): Refusal[] {
  const refusals: Refusal[] = []
  if (given.to === given.subjectAgencyCode) refusals.push({ code: 'consultation.target-subject', field: 'agencyCode' })
  if (given.transfers >= given.most) {
    refusals.push({ code: 'consultation.transfers-over', values: { most: given.most } })
  }
  return refusals
}

/** Overdue from the day after the due day. */
export function isConsultationOverdue(
  item: { readonly state: string; readonly dueOn: string },
  today: string,
): boolean {
  return item.state !== 'answered' && today > item.dueOn
}
