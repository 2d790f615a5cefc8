import type { ApplicantAction, ApplicationStatus } from '@xingtan/contract/application'
import type { CaseAction, CaseStage } from '@xingtan/contract/office/case'
import type { OfficeRole } from '@xingtan/contract/office/session'

/** The facts of a recognition case that its status and stage follow from; nothing else decides them. */
export interface CaseFacts {
  readonly isWithdrawn: boolean
  readonly confirmation: 'accepted' | 'refused' | null
  readonly crimeCleared: boolean
  readonly offenceCleared: boolean
  readonly vettingHit: boolean
  readonly diplomaRequired: boolean
  readonly hasDiploma: boolean
  readonly review: 'pass' | 'fail' | null
  readonly conclusion: 'passed' | 'failed' | null
}

/** 认定状态 of a case, the same answer as the generated column `applications.status`. Applicant handbook, 查询报名信息. */
export function statusOf(facts: Pick<CaseFacts, 'confirmation' | 'conclusion'>): ApplicationStatus {
  if (facts.conclusion === 'passed') return 'recognised'
  if (facts.conclusion === 'failed') return 'not-recognised'
  if (facts.confirmation === 'accepted') return 'awaiting-approval'
  return facts.confirmation === 'refused' ? 'confirmation-refused' : 'awaiting-confirmation'
}

/** Where a case stands for the offices, the same answer as the generated column `applications.stage`. */
export function stageOf(facts: CaseFacts): CaseStage {
  if (facts.isWithdrawn || facts.conclusion !== null || facts.confirmation === 'refused') return 'closed'
  if (facts.confirmation === null) return 'awaiting-confirmation'
  if (facts.review !== null) return 'awaiting-approval'
  if (facts.vettingHit) return 'awaiting-review'
  if (!facts.crimeCleared || !facts.offenceCleared) return 'vetting'
  return facts.diplomaRequired && !facts.hasDiploma ? 'awaiting-diploma' : 'awaiting-review'
}

/** A withdrawn case keeps its 认定状态, but nobody may do anything with it. */
export type CaseState = ApplicationStatus | 'withdrawn'
/** Office roles that act on cases. */
export const CASE_OFFICE_ROLES = ['confirm', 'vet', 'review', 'approve'] as const satisfies readonly OfficeRole[]
export type CaseRole = 'applicant' | (typeof CASE_OFFICE_ROLES)[number]
export type AnyCaseAction = ApplicantAction | CaseAction

/** The state that decides what may be done. */
export function caseStateOf(facts: Pick<CaseFacts, 'isWithdrawn' | 'confirmation' | 'conclusion'>): CaseState {
  return facts.isWithdrawn ? 'withdrawn' : statusOf(facts)
}

/**
 * What may be done next, by state and role: the one table of server, office menus and tests (domain §9.1). Conditions
 * beyond the state (windows, vetting, two persons) are rules of their own. Amending and withdrawing end with the
 * confirmation: afterwards the agency has to send the case back (handbook, 修改).
 */
export const ACTIONS_BY_STATE: Readonly<Record<CaseState, Readonly<Record<CaseRole, readonly AnyCaseAction[]>>>> = {
  'awaiting-confirmation': {
    applicant: ['amend', 'withdraw', 'preview-form'],
    confirm: ['confirm', 'refuse-confirmation'],
    vet: [],
    review: ['move'],
    approve: ['move'],
  },
  'confirmation-refused': {
    applicant: ['preview-form'],
    confirm: ['return'],
    vet: [],
    review: ['return'],
    approve: ['return'],
  },
  'awaiting-approval': {
    applicant: ['preview-form'],
    confirm: ['return', 'print-receipt'],
    vet: ['request-vetting'],
    review: ['return', 'review', 'record-diploma', 'print-receipt', 'hold', 'resume', 'move'],
    approve: ['return', 'approve', 'refuse', 'print-receipt', 'hold', 'resume', 'move'],
  },
  recognised: {
    applicant: ['preview-form'],
    confirm: ['print-receipt'],
    vet: [],
    review: ['print-receipt', 'correct'],
    approve: ['print-receipt', 'correct'],
  },
  'not-recognised': {
    applicant: ['preview-form'],
    confirm: ['print-receipt'],
    vet: [],
    review: ['print-receipt', 'correct'],
    approve: ['print-receipt', 'correct'],
  },
  withdrawn: { applicant: [], confirm: [], vet: [], review: [], approve: [] },
}

/** Whether somebody with these roles may do this in this state. */
export function canDo(state: CaseState, roles: readonly CaseRole[], action: AnyCaseAction): boolean {
  return roles.some((role) => ACTIONS_BY_STATE[state][role].includes(action))
}

const APPLICANT_ACTIONS = ['amend', 'withdraw', 'preview-form'] as const satisfies readonly ApplicantAction[]

/** What the applicant may do in this state, in the order the page shows it. */
export function listApplicantActions(state: CaseState): ApplicantAction[] {
  return APPLICANT_ACTIONS.filter((action) => canDo(state, ['applicant'], action))
}

/** Everything that can happen to a case: the kinds of `application_events`. */
export const CASE_EVENT_KINDS = [
  'submitted',
  'amended',
  'withdrawn',
  'confirmed',
  'confirmation-refused',
  'returned',
  'vetting-recorded',
  'diploma-recorded',
  'reviewed',
  'recognised',
  'not-recognised',
  'materials-handed-in',
  'materials-judged',
  'time-granted',
  'medical-recorded',
  'held',
  'resumed',
  'moved',
  'succeeded',
  'corrected',
] as const
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number]

/** From which states an event may come and where it leads; `null` keeps the state (I-09, domain §9.1). */
export const EVENTS: Readonly<
  Record<CaseEventKind, { readonly from: readonly (CaseState | null)[]; readonly to: CaseState | null }>
> = {
  submitted: { from: [null], to: 'awaiting-confirmation' },
  amended: { from: ['awaiting-confirmation'], to: 'awaiting-confirmation' },
  withdrawn: { from: ['awaiting-confirmation'], to: 'withdrawn' },
  confirmed: { from: ['awaiting-confirmation'], to: 'awaiting-approval' },
  'confirmation-refused': { from: ['awaiting-confirmation'], to: 'confirmation-refused' },
  returned: { from: ['confirmation-refused', 'awaiting-approval'], to: 'awaiting-confirmation' },
  'vetting-recorded': { from: ['awaiting-approval'], to: null },
  'diploma-recorded': { from: ['awaiting-approval'], to: null },
  reviewed: { from: ['awaiting-approval'], to: null },
  recognised: { from: ['awaiting-approval'], to: 'recognised' },
  'not-recognised': { from: ['awaiting-approval'], to: 'not-recognised' },
  'materials-handed-in': { from: ['awaiting-confirmation'], to: null },
  'materials-judged': { from: ['awaiting-confirmation'], to: null },
  'time-granted': { from: ['awaiting-confirmation'], to: null },
  'medical-recorded': { from: ['awaiting-confirmation', 'awaiting-approval'], to: null },
  held: { from: ['awaiting-approval'], to: null },
  resumed: { from: ['awaiting-approval'], to: null },
  // To another office of the same application, by order; and with an agency that another one succeeds (domain §23 case 12).
  moved: { from: ['awaiting-confirmation', 'confirmation-refused', 'awaiting-approval'], to: null },
  // A refused one goes over too: whoever asks for its review is answered by the successor (APP-15).
  succeeded: {
    from: ['awaiting-confirmation', 'confirmation-refused', 'awaiting-approval', 'not-recognised'],
    to: null,
  },
  // A wrong conclusion is taken back by two persons and drawn anew (DEC-5).
  corrected: { from: ['recognised', 'not-recognised'], to: 'awaiting-approval' },
}

/**
 * The state a history leads to, by the table above alone; compared with the facts by `check-invariants` (I-08).
 * `undefined` when the history breaks the table: no first 'submitted', or an event that could not follow (I-09).
 */
export function foldState(events: readonly CaseEventKind[]): CaseState | undefined {
  let state: CaseState | null = null
  for (const kind of events) {
    const { from, to }: (typeof EVENTS)[CaseEventKind] = EVENTS[kind]
    if (!from.includes(state)) return undefined
    state = to ?? state
  }
  return state ?? undefined
}
