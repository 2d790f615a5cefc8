import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page, line } from '../field.ts'
import { PlanContent, PlanKind, PlanWindow } from '../plan-content.ts'
import { CaseStage } from './case.ts'

/** Where a plan stands, computed from what was handed in, reviewed and published. */
export const PlanState = z.enum(['draft', 'handed-in', 'returned', 'approved', 'scheduled', 'published'])
export type PlanState = z.infer<typeof PlanState>

export const PLAN_STATE_TITLES: Readonly<Record<PlanState, string>> = {
  draft: '草稿',
  'handed-in': '待上级审批',
  returned: '上级已退回',
  approved: '已批准，待发布',
  scheduled: '已排定发布',
  published: '已发布',
}

/** One thing the compiler says, with the rule behind it. */
export const PlanFindingView = z.strictObject({
  /** Names it for its justification. */
  key: z.string(),
  code: z.string(),
  field: z.string(),
  sentence: z.string(),
  severity: z.enum(['block', 'warn']),
  provisional: z.boolean(),
  basis: z.string(),
})
export type PlanFindingView = z.infer<typeof PlanFindingView>

export const PlanSummary = z.strictObject({
  networkDays: z.number().int(),
  confirmDays: z.number().int(),
  latestDecision: Day.nullable(),
  deskCapacity: z.number().int(),
  hospitalCapacity: z.number().int(),
  provisional: z.boolean(),
})

export type PlanSummary = z.infer<typeof PlanSummary>

/** Whom a change of a published plan concerns. */
export const PlanEffect = z.strictObject({
  stages: z.array(z.strictObject({ stage: CaseStage, count: z.number().int() })),
  draftCount: z.number().int(),
  bookingsOutside: z.number().int(),
})

export type PlanEffect = z.infer<typeof PlanEffect>

export const PlanRow = z.strictObject({
  agencyCode: z.string(),
  agencyName: z.string(),
  planId: Id.nullable(),
  state: PlanState.nullable(),
  announceBy: Day.nullable(),
  completeBy: Day.nullable(),
  announcement: z.enum(['done', 'due', 'overdue']).nullable(),
  completion: z.enum(['due', 'overdue']).nullable(),
})

export type PlanRow = z.infer<typeof PlanRow>

/** Plans of one round for one's own agency and those right below, or all below, by agency code; without a plan no id. */
export const listPlansEndpoint = endpoint({
  name: 'plan.list-plans',
  face: 'office',
  method: 'GET',
  path: '/api/plans',
  permission: 'plan.edit',
  input: z.strictObject({ ...Page, roundId: Id.optional(), scope: z.enum(['children', 'all']).optional() }),
  output: z.strictObject({
    rounds: z.array(
      z.strictObject({ roundId: Id, name: z.string(), kind: PlanKind, opensAt: Instant, closesAt: Instant }),
    ),
    roundId: Id.nullable(),
    rows: z.array(PlanRow),
    after: z.string().nullable(),
  }),
})

/** Begins the plan of one's own agency in a round. */
export const startPlanEndpoint = endpoint({
  name: 'plan.start',
  face: 'office',
  method: 'POST',
  path: '/api/plans',
  permission: 'plan.edit',
  input: z.strictObject({ roundId: Id }),
  output: z.strictObject({ planId: Id }),
})

export const PlanHistoryEntry = z.strictObject({
  at: Instant,
  kind: z.enum(['handed-in', 'approved', 'returned', 'published', 'extended']),
  by: z.string().nullable(),
  text: z.string().nullable(),
})

export const PlanView = z.strictObject({
  planId: Id,
  agencyCode: z.string(),
  agencyName: z.string(),
  kind: PlanKind,
  roundName: z.string(),
  state: PlanState,
  version: z.number().int(),
  content: PlanContent,
  inForce: PlanContent.nullable(),
  findings: z.array(PlanFindingView),
  justifications: z.record(z.string(), z.string()),
  history: z.array(PlanHistoryEntry),
  mayEdit: z.boolean(),
  mayReview: z.boolean(),
  mayPublish: z.boolean(),
  mayExtend: z.boolean(),
})

export type PlanView = z.infer<typeof PlanView>

export const getPlanEndpoint = endpoint({
  name: 'plan.get',
  face: 'office',
  method: 'GET',
  path: '/api/plans/:planId',
  permission: 'plan.edit',
  input: z.strictObject({ planId: Id }),
  output: PlanView,
})

/** What a plan is drawn against: the level above, maintenance, the calendar, and the points of the agency. */
export const PlanFrame = z.strictObject({
  level: z.enum(['province', 'agency']),
  network: z.array(PlanWindow),
  confirm: z.array(PlanWindow),
  closures: z.array(z.strictObject({ opensAt: Instant, closesAt: Instant, sentence: z.string() })),
  /** First and last day of `daysOff`: the round and the working days for conclusions after it. */
  from: Day,
  to: Day,
  /** Weekends and holidays without those that 调休 makes working days. */
  daysOff: z.array(Day),
  points: z.array(
    z.strictObject({ pointId: Id, name: z.string(), deskCount: z.number().int(), isActive: z.boolean() }),
  ),
})
export type PlanFrame = z.infer<typeof PlanFrame>

export const getPlanFrameEndpoint = endpoint({
  name: 'plan.get-frame',
  face: 'office',
  method: 'GET',
  path: '/api/plans/:planId/frame',
  permission: 'plan.edit',
  input: z.strictObject({ planId: Id }),
  output: PlanFrame,
})

export const savePlanEndpoint = endpoint({
  name: 'plan.save',
  face: 'office',
  method: 'POST',
  path: '/api/plans/:planId/save',
  permission: 'plan.edit',
  input: z.strictObject({ planId: Id, version: z.number().int(), content: PlanContent }),
  output: z.strictObject({ version: z.number().int() }),
})

/** Dry run: every finding of a content, and for a published plan whom the change concerns. Saves nothing. */
export const checkPlanEndpoint = endpoint({
  name: 'plan.check',
  face: 'office',
  method: 'POST',
  path: '/api/plans/:planId/check',
  permission: 'plan.edit',
  input: z.strictObject({ planId: Id, content: PlanContent }),
  output: z.strictObject({ findings: z.array(PlanFindingView), summary: PlanSummary, effect: PlanEffect.nullable() }),
})

/** Hands the saved draft in upward, every warning justified by its key. */
export const handInPlanEndpoint = endpoint({
  name: 'plan.hand-in',
  face: 'office',
  method: 'POST',
  path: '/api/plans/:planId/hand-in',
  permission: 'plan.edit',
  input: z.strictObject({
    planId: Id,
    version: z.number().int(),
    justifications: z.record(z.string().max(120), line(500, '理由')),
  }),
  output: Done,
})

/** The agency right above approves, or returns with a reason. */
export const reviewPlanEndpoint = endpoint({
  name: 'plan.review',
  face: 'office',
  method: 'POST',
  path: '/api/plans/:planId/review',
  permission: 'plan.edit',
  needsKey: true,
  input: z.strictObject({ planId: Id, approved: z.boolean(), reason: line(500, '理由').nullable() }),
  output: Done,
})

/** Publishes the approved plan or change now, or at an instant to come. */
export const publishPlanEndpoint = endpoint({
  name: 'plan.publish',
  face: 'office',
  method: 'POST',
  path: '/api/plans/:planId/publish',
  permission: 'plan.edit',
  needsKey: true,
  input: z.strictObject({ planId: Id, publishAt: Instant.nullable() }),
  output: Done,
})

/** 延期: a signed order moves the end of 网报 or 确认 at once, before the close or after it. */
export const extendPlanEndpoint = endpoint({
  name: 'plan.extend',
  face: 'office',
  method: 'POST',
  path: '/api/plans/:planId/extend',
  permission: 'plan.edit',
  needsKey: true,
  input: z.strictObject({
    planId: Id,
    window: z.enum(['network', 'confirm']),
    closesAt: Instant,
    number: line(60, '文号'),
    signer: line(30, '签发人'),
    reason: line(500, '延期原因'),
  }),
  output: Done,
})
