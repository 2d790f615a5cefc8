import { z } from 'zod'
import { ReviewFile, ReviewOutcome } from '../appeal.ts'
import { CaseReason } from '../application.ts'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page } from '../field.ts'

export const ReviewRequestRow = z.strictObject({
  requestId: Id,
  applicationId: Id,
  registrationNumber: z.string(),
  name: z.string(),
  requestedAt: Instant,
  dueOn: Day,
  dueProvisional: z.boolean(),
  outcome: ReviewOutcome.nullable(),
  answeredAt: Instant.nullable(),
})
export type ReviewRequestRow = z.infer<typeof ReviewRequestRow>

/** 复查申请 of one's own agency: open ones by due day, or those that are answered, newest first. */
export const listReviewRequestsEndpoint = endpoint({
  name: 'appeal.list',
  face: 'office',
  method: 'GET',
  path: '/api/review-requests',
  permission: 'decision.reconsider',
  input: z.strictObject({ state: z.enum(['open', 'answered']).default('open'), ...Page }),
  output: z.strictObject({ rows: z.array(ReviewRequestRow), after: z.string().nullable() }),
})

/** One request with the conclusion it is about. */
export const ReviewRequestView = z.strictObject({
  row: ReviewRequestRow,
  words: z.string(),
  files: z.array(ReviewFile),
  decision: z.strictObject({
    decidedAt: Instant,
    reviewedBy: z.string(),
    decidedBy: z.string(),
    reasons: z.array(CaseReason),
    /** The conclusion was taken back meanwhile. */
    isSuperseded: z.boolean(),
  }),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  /** Version of the case to answer with. */
  version: z.number().int(),
  /** Sentence why this officer cannot answer; null when it can. */
  why: z.string().nullable(),
})
export type ReviewRequestView = z.infer<typeof ReviewRequestView>

export const getReviewRequestEndpoint = endpoint({
  name: 'appeal.get-request',
  face: 'office',
  method: 'GET',
  path: '/api/review-requests/:requestId',
  permission: 'decision.reconsider',
  input: z.strictObject({ requestId: Id }),
  output: ReviewRequestView,
})

/** By somebody who neither reviewed nor decided; a wrong conclusion goes on as a correction by two persons (DEC-5). */
export const answerReviewRequestEndpoint = endpoint({
  name: 'appeal.answer',
  face: 'office',
  method: 'POST',
  path: '/api/review-requests/:requestId/answer',
  permission: 'decision.reconsider',
  needsKey: true,
  input: z.strictObject({
    requestId: Id,
    version: z.number().int(),
    outcome: ReviewOutcome,
    answer: z
      .string()
      .trim()
      .min(10, { error: '请至少用 10 个字写明复查意见，申请人会看到。' })
      .max(500, { error: '复查意见不能超过 500 个字，请精简后提交。' }),
  }),
  output: Done,
})

/** 评价 of one's own agency by month, from counters. */
export const listRatingsEndpoint = endpoint({
  name: 'appeal.list-ratings',
  face: 'office',
  method: 'GET',
  path: '/api/ratings',
  permission: 'decision.reconsider',
  input: z.strictObject({}),
  output: z.strictObject({
    months: z.array(z.strictObject({ month: z.string(), counts: z.array(z.number().int()).length(5) })),
    /** What was written lately, newest first. */
    words: z.array(z.strictObject({ score: z.number().int(), words: z.string(), ratedAt: Instant })),
  }),
})
