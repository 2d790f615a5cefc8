import { randomUUID } from 'node:crypto'
import { answerCorrection } from '../../src/modules/service/answer-correction.ts'
import { askCorrection } from '../../src/modules/service/ask-correction.ts'
import { makeSlotsOfPoint } from '../../src/modules/appointment/make-slots.ts'
import { cancelHandover } from '../../src/modules/handover/cancel-handover.ts'
import { getHandover } from '../../src/modules/handover/get-handover.ts'
import { openHandover } from '../../src/modules/handover/open-handover.ts'
import { signHandover } from '../../src/modules/handover/sign-handover.ts'
import { checkPlan } from '../../src/modules/plan/check-plan.ts'
import { extendPlan } from '../../src/modules/plan/extend-plan.ts'
import { getPlan } from '../../src/modules/plan/get-plan.ts'
import { handInPlan } from '../../src/modules/plan/hand-in-plan.ts'
import { publishPlan } from '../../src/modules/plan/publish-plan.ts'
import { reviewPlan } from '../../src/modules/plan/review-plan.ts'
import { savePlan } from '../../src/modules/plan/save-plan.ts'
import { ALL_OFFICERS, NotAsked, type Person, type Stage, type Verb, contextOf, idOf } from './office-model.ts'

const PLANNERS: readonly Person[] = ['planner', 'superior', 'foreign']
const MOST_EXTENSIONS = 2
const DAY_MS = 86_400_000

const viewOf = ({ world, officers, plan }: Stage) => getPlan(world.as(officers.planner), { planId: plan.id })

async function extend(stage: Stage, by: Exclude<Person, 'applicant'>): Promise<unknown> {
  const { inForce } = await viewOf(stage)
  if (inForce === null) throw new NotAsked()
  const ends = inForce.confirms.map(({ closesAt }) => Date.parse(closesAt))
  return extendPlan(stage.world.as(stage.officers[by]), {
    planId: stage.plan.id,
    window: 'confirm',
    closesAt: new Date(Math.max(...ends) + DAY_MS).toISOString(),
    number: `衢教模〔2026〕${randomUUID().slice(0, 8)}号`,
    signer: '沈怀远',
    reason: '因天气原因延期。',
  })
}

/** An act of one officer on the plan of the county; nobody else’s plan is touched. */
export const PLAN_VERBS: readonly Verb[] = [
  {
    name: 'save plan',
    by: PLANNERS,
    may: (_item, by, { plan }) => by === 'planner' && plan.state !== 'handed-in',
    act: async (item, by, stage) => {
      const { inForce, version } = await viewOf(stage)
      if (inForce === null) throw new NotAsked()
      const content = { ...inForce, expectedCount: 2000 + stage.plan.saves }
      return savePlan(contextOf(stage, by, item), { planId: stage.plan.id, version, content })
    },
    settle: (_item, _by, _found, { plan }) => {
      plan.saves += 1
      plan.isChanged = true
      plan.isDraftShort = false
      plan.hasSavedSince = true
    },
  },
  {
    name: 'hand plan in',
    by: PLANNERS,
    may: (_item, by, { plan }) =>
      by === 'planner' &&
      plan.state !== 'handed-in' &&
      (plan.state !== 'published' || plan.isChanged) &&
      !plan.isDraftShort,
    act: async (item, by, stage) => {
      const { content, version } = await viewOf(stage)
      const { findings } = await checkPlan(stage.world.as(stage.officers.planner), { planId: stage.plan.id, content })
      const justifications = Object.fromEntries(findings.map(({ key }) => [key, '按全市统一安排。']))
      return handInPlan(contextOf(stage, by, item), { planId: stage.plan.id, version, justifications })
    },
    settle: (_item, _by, _found, { plan }) => {
      plan.state = 'handed-in'
      plan.isSubmittedShort = false
      plan.hasSavedSince = false
    },
  },
  {
    name: 'approve plan',
    by: PLANNERS,
    may: (_item, by, { plan }) => by === 'superior' && plan.state === 'handed-in',
    act: (item, by, stage) =>
      reviewPlan(contextOf(stage, by, item), { planId: stage.plan.id, approved: true, reason: null }),
    settle: (_item, _by, _found, { plan }) => {
      plan.state = 'approved'
    },
  },
  {
    name: 'return plan',
    by: PLANNERS,
    may: (_item, by, { plan }) => by === 'superior' && plan.state === 'handed-in',
    act: (item, by, stage) =>
      reviewPlan(contextOf(stage, by, item), { planId: stage.plan.id, approved: false, reason: '请补充说明。' }),
    settle: (_item, _by, _found, { plan }) => {
      plan.state = 'returned'
    },
  },
  {
    name: 'publish plan',
    by: PLANNERS,
    may: (_item, by, { plan }) => by === 'planner' && plan.state === 'approved' && !plan.isSubmittedShort,
    act: (item, by, stage) => publishPlan(contextOf(stage, by, item), { planId: stage.plan.id, publishAt: null }),
    settle: (_item, _by, _found, { plan }) => {
      plan.state = 'published'
      plan.isChanged = plan.hasSavedSince
    },
  },
  {
    name: 'extend plan',
    by: PLANNERS,
    may: (_item, by, { plan }) => by === 'planner' && plan.extensions < MOST_EXTENSIONS,
    act: (_item, by, stage) =>
      by === 'applicant' || (by === 'planner' && stage.plan.extensions >= MOST_EXTENSIONS)
        ? Promise.reject(new NotAsked())
        : extend(stage, by),
    settle: (_item, _by, _found, { plan }) => {
      plan.extensions += 1
      plan.isDraftShort ||= plan.isChanged
      plan.isSubmittedShort ||= plan.state === 'handed-in' || plan.state === 'approved'
    },
  },
  {
    name: 'make slots',
    by: PLANNERS,
    may: (_item, by) => by === 'planner',
    act: (item, by, stage) => makeSlotsOfPoint(contextOf(stage, by, item), { pointId: stage.world.points.home }),
    settle: () => undefined,
  },
]

/** What the nation does to everybody’s windows (S-078). */
export const CLOSURE_VERBS: readonly Verb[] = [
  {
    name: 'shut for maintenance',
    by: ['nation'],
    may: (_item, _by, { office }) => office.closure === null,
    act: async (_item, _by, { world, office }) => {
      if (office.closure !== null) throw new NotAsked()
      const closureId = randomUUID()
      await world.rows(
        `insert into closures (id, opens_at, closes_at, sentence) values ($1, app_now(), app_now() + interval '1 hour', '系统维护')`,
        [closureId],
      )
      return { closureId }
    },
    settle: (_item, _by, found, { office }) => {
      office.closure = idOf(found, 'closureId')
    },
  },
  {
    name: 'open again',
    by: ['nation'],
    may: (_item, _by, { office }) => office.closure !== null,
    act: async (_item, _by, { world, office }) => {
      if (office.closure === null) throw new NotAsked()
      await world.rows('delete from closures where id = $1', [office.closure])
    },
    settle: (_item, _by, _found, { office }) => {
      office.closure = null
    },
  },
]

const DESK_WORK: readonly Verb[] = [
  {
    name: 'ask for a correction',
    by: ['applicant'],
    may: (item) => item.request === null,
    act: (item, by, stage) =>
      askCorrection(contextOf(stage, by, item), {
        applicationId: item.arranger.id,
        field: 'other',
        wish: '毕业院校有误。',
      }),
    settle: (item, _by, found) => {
      item.request = idOf(found, 'requestId')
    },
  },
  {
    name: 'answer a correction',
    by: ['desk', 'foreign'],
    may: (item, by) => by === 'desk' && item.request !== null,
    act: (item, by, stage) =>
      item.request === null
        ? Promise.reject(new NotAsked())
        : answerCorrection(contextOf(stage, by, item), {
            requestId: item.request,
            outcome: 'declined',
            answer: '与学信网记录一致。',
            ethnicGroup: null,
          }),
    settle: (item) => {
      item.request = null
    },
  },
]

const PARTIES: ReadonlySet<Person> = new Set(['chen', 'lin'])

const HANDOVER_VERBS: readonly Verb[] = [
  {
    name: 'open handover',
    by: ['manager', 'foreign'],
    may: (_item, by, { office }) => by === 'manager' && office.handover === null,
    act: (item, by, stage) =>
      openHandover(contextOf(stage, by, item), {
        giverUserId: stage.officers.chen.userId,
        receiverUserId: stage.officers.lin.userId,
        cause: 'post-change',
        dueOn: '2026-10-20',
        remarks: '',
      }),
    settle: (_item, _by, found, { office }) => {
      office.handover = { id: idOf(found, 'handoverId'), signed: new Set() }
    },
  },
  {
    name: 'sign handover',
    by: ALL_OFFICERS,
    may: (_item, by, { office }) => PARTIES.has(by) && office.handover !== null && !office.handover.signed.has(by),
    act: async (item, by, stage) => {
      const { handover } = stage.office
      if (handover === null) throw new NotAsked()
      const { textHash } = await getHandover(stage.world.as(stage.officers.manager), { handoverId: handover.id })
      return signHandover(contextOf(stage, by, item), { handoverId: handover.id, textHash, inPlaceBecause: null })
    },
    settle: (_item, by, _found, { office }) => {
      office.handover?.signed.add(by)
      if (office.handover?.signed.size === PARTIES.size) office.handover = null
    },
  },
  {
    name: 'cancel handover',
    by: ['manager', 'foreign'],
    may: (_item, by, { office }) => by === 'manager' && office.handover !== null,
    act: (item, by, stage) =>
      stage.office.handover === null
        ? Promise.reject(new NotAsked())
        : cancelHandover(contextOf(stage, by, item), {
            handoverId: stage.office.handover.id,
            reason: '岗位不再调整。',
          }),
    settle: (_item, _by, _found, { office }) => {
      office.handover = null
    },
  },
]

export const OFFICE_VERBS: readonly Verb[] = [...DESK_WORK, ...HANDOVER_VERBS]
