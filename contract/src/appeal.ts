import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Done, Id, Instant } from './field.ts'
import { DecisionLetter } from './letter.ts'

/** Papers with one review request. */
export const REVIEW_FILES_MAX = 5

export const ReviewOutcome = z.enum(['upheld', 'reopened'], { error: '请选择复查结果。' })
export type ReviewOutcome = z.infer<typeof ReviewOutcome>
export const REVIEW_OUTCOME_TITLES: Readonly<Record<ReviewOutcome, string>> = {
  upheld: '维持原结论',
  reopened: '原结论有误，提出更正',
}

export const ReviewFile = z.strictObject({ title: z.string(), url: z.string() })

/** A review request as its applicant sees it. */
export const ReviewRequest = z.strictObject({
  requestId: Id,
  words: z.string(),
  requestedAt: Instant,
  /** Answered by this day. */
  dueOn: Day,
  files: z.array(ReviewFile),
  outcome: ReviewOutcome.nullable(),
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
})
export type ReviewRequest = z.infer<typeof ReviewRequest>

/** What one can do after the conclusion: the letter, a review request after 认定未通过, and 评价 (APP-15). */
export const Remedies = z.strictObject({
  isConcluded: z.boolean(),
  isRefused: z.boolean(),
  letter: z.strictObject({ ordered: z.boolean(), letter: DecisionLetter.nullable() }),
  review: z.strictObject({
    /** Last day on which the standing conclusion can be asked to be looked at again. */
    until: Day.nullable(),
    canRequest: z.boolean(),
    why: z.string().nullable(),
    /** Newest first; one for each conclusion. */
    requests: z.array(ReviewRequest),
  }),
  rating: z.strictObject({
    canRate: z.boolean(),
    given: z.strictObject({ score: z.number().int(), words: z.string().nullable() }).nullable(),
  }),
})
export type Remedies = z.infer<typeof Remedies>

export const getRemediesEndpoint = endpoint({
  name: 'appeal.get-remedies',
  face: 'public',
  method: 'GET',
  path: '/api/me/applications/:applicationId/remedies',
  permission: 'session',
  input: z.strictObject({ applicationId: Id }),
  output: Remedies,
})

/** 下载决定书: orders it when nobody has; a job makes it. */
export const orderOwnLetterEndpoint = endpoint({
  name: 'appeal.order-letter',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/letter',
  permission: 'session',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({ documentId: Id }),
})

/** One PDF that goes with a review request; nobody sees it before the request is made. */
export const uploadReviewFileEndpoint = endpoint({
  name: 'appeal.upload-file',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/review-files',
  permission: 'session',
  body: 'file',
  input: z.strictObject({ applicationId: Id, fileName: z.string().min(1).max(200) }),
  output: z.strictObject({ fileId: Id }),
})

/** 申请复查: once for each 认定未通过, within the days of the policy. */
export const requestReviewEndpoint = endpoint({
  name: 'appeal.request-review',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/review-requests',
  permission: 'session',
  input: z.strictObject({
    applicationId: Id,
    words: z
      .string()
      .trim()
      .min(10, { error: '请至少用 10 个字写明您认为哪里有误。' })
      .max(1000, { error: '复查理由不能超过 1000 个字，请精简后提交。' }),
    files: z
      .array(
        z.strictObject({
          fileId: Id,
          title: z.string().trim().min(1, { error: '请填写材料名称。' }).max(60),
        }),
      )
      .max(REVIEW_FILES_MAX, { error: `最多上传 ${REVIEW_FILES_MAX} 份材料，请去掉多余的材料。` }),
  }),
  output: z.strictObject({ requestId: Id, dueOn: Day }),
})

/** 好差评: once, after the conclusion. */
export const rateServiceEndpoint = endpoint({
  name: 'appeal.rate',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/rating',
  permission: 'session',
  input: z.strictObject({
    applicationId: Id,
    score: z.int({ error: '请选择评价。' }).min(1).max(5),
    words: z.string().trim().max(300, { error: '意见不能超过 300 个字，请精简后提交。' }).nullable(),
  }),
  output: Done,
})

/** Words of the five scores, best last. */
export const SCORE_TITLES: readonly string[] = ['非常不满意', '不满意', '基本满意', '满意', '非常满意']
