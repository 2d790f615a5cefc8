import type { Refusal } from '@xingtan/contract/problem'
import type { ApplicationStatus } from '@xingtan/contract/application'
import { APPLICATION_STATUS_TITLES } from '@xingtan/contract/application'
import type { AnyCaseAction, CaseRole, CaseState } from './application.ts'
import { canDo } from './application.ts'
import { isStoppedByHold } from './case-hold.ts'
import { type MedicalFacts, medicalFaultOf } from './case-medical.ts'
import { type VettingStanding, refuseVetting } from './case-vetting.ts'

export const CASE_STATE_TITLES: Readonly<Record<CaseState, string>> = {
  ...APPLICATION_STATUS_TITLES,
  withdrawn: '已撤回',
}

/** The refusal of an act that the table of states does not allow, or of one that saw an older version of the case. */
export function refuseAct(
  found: { readonly state: CaseState; readonly version: number; readonly isHeld?: boolean },
  wanted: { readonly action: AnyCaseAction; readonly roles: readonly CaseRole[]; readonly version: number | null },
): Refusal[] {
  if (!canDo(found.state, wanted.roles, wanted.action)) {
    return [{ code: 'case.not-now', values: { state: CASE_STATE_TITLES[found.state] } }]
  }
  if (found.isHeld === true && isStoppedByHold(wanted.action)) return [{ code: 'case.on-hold' }]
  return wanted.version !== null && wanted.version !== found.version ? [{ code: 'case.changed' }] : []
}

/** Everything a positive conclusion rests on (domain §9.1, I-10). */
export interface RecognitionFacts {
  readonly crime: VettingStanding
  readonly offence: VettingStanding
  readonly crimeMaxAgeDays: number
  readonly offenceMaxAgeDays: number
  readonly diplomaRequired: boolean
  readonly hasDiploma: boolean
  readonly medical: MedicalFacts | null
  readonly medicalValidityDays: number
  readonly bar: 'clear' | 'barred' | 'held'
  /** The photo on file is the one the desk compared (S-079). */
  readonly photoIsFrozen: boolean
  /** Titles of checklist lines that neither their source nor a named officer has proven (S-154). */
  readonly unproven: readonly string[]
}

function refuseMedical({ medical, medicalValidityDays }: RecognitionFacts, day: string): Refusal[] {
  if (medical === null) return [{ code: 'decision.medical-missing' }]
  const fault = medicalFaultOf(medical, medicalValidityDays, day)
  if (fault === undefined) return []
  if (fault === 'old') return [{ code: 'decision.medical-old', values: { days: medicalValidityDays } }]
  return [{ code: 'decision.medical-unqualified' }]
}

/** Reasons the 限制库 gives against a conclusion; a pending entry holds it (RES-1). 教师法 art. 14; 教师资格条例 art. 18 to 20. */
export function refuseBar(bar: RecognitionFacts['bar']): Refusal[] {
  const basis = '《中华人民共和国教师法》第十四条；《教师资格条例》第十八条至第二十条'
  if (bar === 'clear') return []
  return [{ code: bar === 'barred' ? 'decision.barred' : 'decision.held', basis }]
}

/**
 * Reasons why this case cannot be recognised on this day, all at once. Asked at review, at the conclusion and, for the
 * bars, once more at numbering. 教师法 art. 10, 11 and 14; 教师资格条例 art. 18 to 20; 《教师资格条例》实施办法.
 */
export function refuseRecognition(facts: RecognitionFacts, day: string): Refusal[] {
  return [
    ...refuseVetting('crime', facts.crime, facts.crimeMaxAgeDays),
    ...refuseVetting('offence', facts.offence, facts.offenceMaxAgeDays),
    ...refuseBar(facts.bar),
    ...(facts.diplomaRequired && !facts.hasDiploma ? [{ code: 'decision.diploma-missing' as const }] : []),
    ...refuseMedical(facts, day),
    ...(facts.photoIsFrozen ? [] : [{ code: 'decision.photo-changed' as const }]),
    ...facts.unproven.map((title) => ({ code: 'decision.evidence-unproven' as const, values: { title } })),
  ]
}

export interface ReviewFacts {
  readonly opinion: 'pass' | 'fail'
  readonly reviewerPersonId: string
}

/** Two different persons, whatever accounts they use (S-057, DEC-3). */
export function refuseTwoPersons(review: ReviewFacts | null, approverPersonId: string): Refusal[] {
  if (review === null) return [{ code: 'decision.review-needed' }]
  return review.reviewerPersonId === approverPersonId ? [{ code: 'decision.same-person' }] : []
}

/** Reasons why 认定通过 cannot be given; a review that says no stops it. */
export function refuseApproval(
  facts: RecognitionFacts & { readonly review: ReviewFacts | null; readonly approverPersonId: string },
  day: string,
): Refusal[] {
  return [
    ...refuseTwoPersons(facts.review, facts.approverPersonId),
    ...(facts.review?.opinion === 'fail' ? [{ code: 'decision.review-not-pass' as const }] : []),
    ...refuseRecognition(facts, day),
  ]
}

/** Status after a conclusion, as the event writes it. */
export function concludedStatus(conclusion: 'passed' | 'failed'): ApplicationStatus {
  return conclusion === 'passed' ? 'recognised' : 'not-recognised'
}

/**
 * What a person can do against 认定未通过. 行政许可法 art. 38; 行政复议法 art. 20 (sixty days); 行政诉讼法 art. 46 (six
 * months).
 */
export const REMEDY_TEXT =
  '对本结论不服的，可以自收到之日起六十日内依法申请行政复议，或者自收到之日起六个月内依法向人民法院提起行政诉讼。'
