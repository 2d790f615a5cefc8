import {
  approveCaseEndpoint,
  confirmCaseEndpoint,
  refuseCaseEndpoint,
  refuseConfirmationEndpoint,
  reviewCaseEndpoint,
} from '@xingtan/contract/office/case'
import type { RestrictionState } from '@xingtan/contract/office/restriction'
import type { Actor, OfficerActor } from '../../src/platform/actor.ts'
import type { Context } from '../../src/platform/context.ts'
import { type Binding, bind } from '../../src/platform/http-bind.ts'
import { guardFunctions } from '../../src/modules/window/index.ts'
import { bookAppointment, cancelAppointment } from '../../src/modules/appointment/book-appointment.ts'
import { withdrawApplication } from '../../src/modules/application/withdraw-application.ts'
import { confirmCase } from '../../src/modules/confirmation/confirm-case.ts'
import { refuseConfirmation } from '../../src/modules/confirmation/refuse-confirmation.ts'
import { answerCorrection } from '../../src/modules/decision/answer-correction.ts'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { holdCase } from '../../src/modules/decision/hold-case.ts'
import { proposeCorrection } from '../../src/modules/decision/propose-correction.ts'
import { refuseCase } from '../../src/modules/decision/refuse-case.ts'
import { resumeCase } from '../../src/modules/decision/resume-case.ts'
import { returnCase } from '../../src/modules/decision/return-case.ts'
import { reviewCase } from '../../src/modules/decision/review-case.ts'
import type { CaseArranger } from '../case-arranger.ts'
import type { World } from '../world.ts'

/**
 * Who acts: two persons who may review and approve, the desk, an officer of another county, 限制库 here and one level up,
 * plans here and one level up, 用户管理, and the nation that shuts its windows.
 */
export const PEOPLE = [
  'chen',
  'lin',
  'desk',
  'foreign',
  'clerk',
  'city',
  'planner',
  'superior',
  'manager',
  'nation',
  'applicant',
] as const
export type Person = (typeof PEOPLE)[number]

/** What the model believes of one case; written from `requirements.md` and `domain.md` §9, not from the code. */
export interface ModelCase {
  readonly arranger: CaseArranger
  readonly owner: Actor
  stage: 'submitted' | 'turned-away' | 'confirmed' | 'recognised' | 'failed' | 'withdrawn'
  vetted: boolean
  review: { readonly by: Person; readonly opinion: 'pass' | 'fail' } | null
  isHeld: boolean
  correction: { readonly by: Person } | null
  isVoid: boolean
  bar: RestrictionState | 'none'
  entry: { readonly id: string; readonly purpose: 'entry' | 'release' } | null
  inForce: string | null
  slot: string | null
  endings: number
  /** The correction of the own data that is asked for and not answered. */
  request: string | null
}

/** What the model believes of the plan of the county (`requirements.md` PLN-3…5, `domain.md` §8.4). */
export interface ModelPlan {
  readonly id: string
  state: 'published' | 'handed-in' | 'returned' | 'approved'
  /** The draft says something else than what is in force. */
  isChanged: boolean
  /** The draft, and what was handed in, end before what was promised meanwhile by an extension. */
  isDraftShort: boolean
  isSubmittedShort: boolean
  hasSavedSince: boolean
  extensions: number
  saves: number
}

/** The post that is handed over from one to the other, while it is. */
export interface ModelHandover {
  readonly id: string
  readonly signed: Set<Person>
}

/** Everything a verb is given: the world, who acts with which user, the case, and the places of each slot. */
export interface Stage {
  readonly world: World
  readonly officers: Readonly<Record<Exclude<Person, 'applicant'>, OfficerActor>>
  readonly slots: ReadonlyMap<string, { readonly capacity: number; booked: number }>
  readonly slotId: string
  readonly plan: ModelPlan
  /** What belongs to the whole office and not to a case. */
  readonly office: { handover: ModelHandover | null; closure: string | null }
}

export interface Verb {
  readonly name: string
  readonly by: readonly Person[]
  /** Whether the law lets this person do it now. */
  readonly may: (item: ModelCase, by: Person, stage: Stage) => boolean
  readonly act: (item: ModelCase, by: Person, stage: Stage) => Promise<unknown>
  /** What it changes when it is done; `found` is what the command answered. */
  readonly settle: (item: ModelCase, by: Person, found: unknown, stage: Stage) => void
}

const JUDGEMENTS = ['identity-card', 'photo', 'hukou-book', 'exam-proof', 'signature'].map((code) => ({
  code,
  accepted: true,
  note: '原件相符',
}))
const MEDICAL = { conclusion: 'qualified' as const, examinedOn: '2026-10-08', hospital: '演示医院' }
const REASON = { code: 'false-material', note: null }
const COOL_DOWN_AFTER = 3
const DECIDERS: ReadonlySet<Person> = new Set(['chen', 'lin'])
export const ALL_OFFICERS: readonly Person[] = ['chen', 'lin', 'desk', 'foreign', 'clerk', 'city']

export function contextOf(stage: Stage, by: Person, item: ModelCase) {
  return stage.world.as(by === 'applicant' ? item.owner : stage.officers[by], 'test.model')
}

async function versioned({ world }: Stage, item: ModelCase) {
  const [row] = await world.rows('select version from applications where id = $1', [item.arranger.id])
  return { applicationId: item.arranger.id, version: Number(row?.['version']) }
}

/** In maintenance the desk waits; conclusions wait by a switch of their own alone (S-078, PUB-7). */
const isShut = ({ office }: Stage) => office.closure !== null
const NO_WIRE = { file: undefined, setSession: () => undefined, clearSession: () => undefined }

/** As the office’s routes have it: whether the function is shut is asked first. */
function ask(binding: Binding, ctx: Context, input: unknown): Promise<unknown> {
  const [guarded] = guardFunctions([binding])
  if (guarded === undefined) throw new Error('no route')
  return guarded.handle(ctx, input, NO_WIRE)
}

const isOpen = (item: ModelCase) => item.stage === 'confirmed' && !item.isHeld
const isClear = (item: ModelCase) => item.bar !== 'pending' && item.bar !== 'effective'
export const idOf = (found: unknown, key: string): string =>
  typeof found === 'object' && found !== null && key in found ? String(Reflect.get(found, key)) : ''

/** A place that is needed no longer is free for others, and nobody's cancellation. */
function leaveDesk(item: ModelCase, { slots }: Stage): void {
  const slot = item.slot === null ? undefined : slots.get(item.slot)
  if (slot !== undefined) slot.booked -= 1
  item.slot = null
}

const DESK_VERBS: readonly Verb[] = [
  {
    name: 'confirm',
    by: ALL_OFFICERS,
    may: (item, by, stage) => by === 'desk' && item.stage === 'submitted' && !isShut(stage),
    act: async (item, by, stage) =>
      ask(bind(confirmCaseEndpoint, confirmCase), contextOf(stage, by, item), {
        ...(await versioned(stage, item)),
        judgements: JUDGEMENTS,
        medical: MEDICAL,
      }),
    settle: (item, _by, _found, stage) => {
      item.stage = 'confirmed'
      leaveDesk(item, stage)
    },
  },
  {
    name: 'turn away',
    by: ALL_OFFICERS,
    may: (item, by, stage) => by === 'desk' && item.stage === 'submitted' && !isShut(stage),
    act: async (item, by, stage) =>
      ask(bind(refuseConfirmationEndpoint, refuseConfirmation), contextOf(stage, by, item), {
        ...(await versioned(stage, item)),
        reasons: [REASON],
      }),
    settle: (item, _by, _found, stage) => {
      item.stage = 'turned-away'
      leaveDesk(item, stage)
    },
  },
  {
    name: 'return',
    by: ALL_OFFICERS,
    may: (item, by) => ['desk', 'chen', 'lin'].includes(by) && (isOpen(item) || item.stage === 'turned-away'),
    act: async (item, by, stage) =>
      returnCase(contextOf(stage, by, item), { ...(await versioned(stage, item)), message: '请补充材料。' }),
    settle: (item) => {
      item.stage = 'submitted'
      // Answers of the vetting stay good; their age is judged at the conclusion.
      item.review = null
    },
  },
  {
    name: 'withdraw',
    by: ['applicant'],
    may: (item) => item.stage === 'submitted',
    act: (item, by, stage) => withdrawApplication(contextOf(stage, by, item), { applicationId: item.arranger.id }),
    settle: (item, _by, _found, stage) => {
      item.stage = 'withdrawn'
      leaveDesk(item, stage)
    },
  },
  {
    name: 'book',
    by: ['applicant'],
    may: (item, _by, { slots, slotId }) => {
      const slot = slots.get(slotId)
      const isFree = slot !== undefined && slot.booked < slot.capacity
      return item.stage === 'submitted' && item.slot === null && isFree && item.endings < COOL_DOWN_AFTER
    },
    act: (item, by, stage) =>
      bookAppointment(contextOf(stage, by, item), { applicationId: item.arranger.id, slotId: stage.slotId }),
    settle: (item, _by, _found, { slots, slotId }) => {
      item.slot = slotId
      const slot = slots.get(slotId)
      if (slot !== undefined) slot.booked += 1
    },
  },
  {
    name: 'cancel booking',
    by: ['applicant'],
    may: (item) => item.slot !== null,
    act: (item, by, stage) => cancelAppointment(contextOf(stage, by, item), { applicationId: item.arranger.id }),
    settle: (item, _by, _found, { slots }) => {
      const slot = item.slot === null ? undefined : slots.get(item.slot)
      if (slot !== undefined) slot.booked -= 1
      item.slot = null
      item.endings += 1
    },
  },
]

const DECISION_VERBS: readonly Verb[] = [
  {
    name: 'vetting answered clear',
    by: ['desk'],
    may: (item) => item.stage === 'confirmed' && !item.vetted,
    act: async (item) =>
      item.stage === 'confirmed' && !item.vetted ? item.arranger.vet() : Promise.reject(new NotAsked()),
    settle: (item) => {
      item.vetted = true
    },
  },
  {
    name: 'review pass',
    by: ALL_OFFICERS,
    may: (item, by) => DECIDERS.has(by) && isOpen(item) && item.vetted && isClear(item),
    act: async (item, by, stage) =>
      ask(bind(reviewCaseEndpoint, reviewCase), contextOf(stage, by, item), {
        ...(await versioned(stage, item)),
        opinion: 'pass',
        note: null,
        reasons: [],
      }),
    settle: (item, by) => {
      item.review = { by, opinion: 'pass' }
    },
  },
  {
    name: 'review fail',
    by: ALL_OFFICERS,
    may: (item, by) => DECIDERS.has(by) && isOpen(item),
    act: async (item, by, stage) =>
      ask(bind(reviewCaseEndpoint, reviewCase), contextOf(stage, by, item), {
        ...(await versioned(stage, item)),
        opinion: 'fail',
        note: '材料存疑',
        reasons: [],
      }),
    settle: (item, by) => {
      item.review = { by, opinion: 'fail' }
    },
  },
  {
    name: 'approve',
    by: ALL_OFFICERS,
    may: (item, by) =>
      DECIDERS.has(by) &&
      isOpen(item) &&
      item.vetted &&
      isClear(item) &&
      item.review?.opinion === 'pass' &&
      item.review.by !== by,
    act: async (item, by, stage) =>
      ask(bind(approveCaseEndpoint, approveCase), contextOf(stage, by, item), await versioned(stage, item)),
    settle: (item) => {
      item.stage = 'recognised'
    },
  },
  {
    name: 'refuse',
    by: ALL_OFFICERS,
    may: (item, by) => DECIDERS.has(by) && isOpen(item) && item.review !== null && item.review.by !== by,
    act: async (item, by, stage) =>
      ask(bind(refuseCaseEndpoint, refuseCase), contextOf(stage, by, item), {
        ...(await versioned(stage, item)),
        reasons: [REASON],
      }),
    settle: (item) => {
      item.stage = 'failed'
    },
  },
  {
    name: 'hold',
    by: ALL_OFFICERS,
    may: (item, by) => DECIDERS.has(by) && isOpen(item),
    act: async (item, by, stage) =>
      holdCase(contextOf(stage, by, item), {
        ...(await versioned(stage, item)),
        reason: 'material-verification',
        expectedDays: null,
        note: '正在核实材料真实性。',
      }),
    settle: (item) => {
      item.isHeld = true
    },
  },
  {
    name: 'resume',
    by: ALL_OFFICERS,
    may: (item, by) => DECIDERS.has(by) && item.stage === 'confirmed' && item.isHeld,
    act: async (item, by, stage) => resumeCase(contextOf(stage, by, item), await versioned(stage, item)),
    settle: (item) => {
      item.isHeld = false
    },
  },
  {
    name: 'propose correction',
    by: ALL_OFFICERS,
    may: (item, by) =>
      DECIDERS.has(by) &&
      (item.stage === 'failed' || item.stage === 'recognised') &&
      item.correction === null &&
      !item.isVoid,
    act: async (item, by, stage) =>
      proposeCorrection(contextOf(stage, by, item), {
        ...(await versioned(stage, item)),
        reason: '认定结论依据的事实有误，应当更正。',
      }),
    settle: (item, by) => {
      item.correction = { by }
    },
  },
  {
    name: 'agree to correction',
    by: ALL_OFFICERS,
    may: (item, by) => DECIDERS.has(by) && item.correction !== null && item.correction.by !== by,
    act: async (item, by, stage) =>
      answerCorrection(contextOf(stage, by, item), {
        ...(await versioned(stage, item)),
        confirm: true,
        answer: '核对无误，同意更正。',
      }),
    settle: (item) => {
      if (item.stage === 'failed') {
        item.stage = 'confirmed'
        item.review = null
      } else {
        item.isVoid = true
      }
      item.correction = null
    },
  },
]

/** The act makes no sense to ask for in this state of the model: nothing was sent. */
export class NotAsked extends Error {
  override name = 'NotAsked'
}

export const CASE_VERBS: readonly Verb[] = [...DESK_VERBS, ...DECISION_VERBS]
