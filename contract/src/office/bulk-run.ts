import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id, Instant } from '../field.ts'

/** Most cases of one run. */
export const MOST_IN_RUN = 500

const Cases = z
  .array(z.strictObject({ applicationId: Id, version: z.number().int() }))
  .min(1)
  .max(MOST_IN_RUN, { error: `每批最多 ${MOST_IN_RUN} 件，请减少选择后分批办理。` })

export const BulkRunKind = z.enum(['approve', 'review'])
export type BulkRunKind = z.infer<typeof BulkRunKind>

/** 批量认定通过: the whole batch in scope or none, then a job concludes row by row and can be watched (DEC-3, S-060). */
export const startApprovalRunEndpoint = endpoint({
  name: 'decision.start-approval-run',
  face: 'office',
  method: 'POST',
  path: '/api/runs/approval',
  permission: 'decision.approve',
  needsKey: true,
  input: z.strictObject({ cases: Cases }),
  output: z.strictObject({ runId: Id }),
})

/** 批量审核通过 in the same way; each row needs everything a single review needs. */
export const startReviewRunEndpoint = endpoint({
  name: 'decision.start-review-run',
  face: 'office',
  method: 'POST',
  path: '/api/runs/review',
  permission: 'decision.review',
  input: z.strictObject({ cases: Cases }),
  output: z.strictObject({ runId: Id }),
})

/** What a bulk review would do, without doing it. */
export const previewReviewsEndpoint = endpoint({
  name: 'decision.preview-reviews',
  face: 'office',
  method: 'POST',
  path: '/api/runs/review/preview',
  permission: 'decision.review',
  input: z.strictObject({ cases: Cases }),
  output: z.strictObject({
    results: z.array(
      z.strictObject({
        applicationId: Id,
        registrationNumber: z.string(),
        outcome: z.enum(['would-approve', 'refused']),
        number: z.null(),
        sentence: z.string(),
      }),
    ),
  }),
})

export const BulkRun = z.strictObject({
  runId: Id,
  kind: BulkRunKind,
  by: z.string(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  count: z.number().int(),
  done: z.number().int(),
  refused: z.number().int(),
})
export type BulkRun = z.infer<typeof BulkRun>

export const BulkRunRow = z.strictObject({
  applicationId: Id,
  registrationNumber: z.string(),
  name: z.string(),
  /** Null while the row waits. */
  outcome: z.enum(['done', 'refused']).nullable(),
  number: z.string().nullable(),
  sentence: z.string().nullable(),
})
export type BulkRunRow = z.infer<typeof BulkRunRow>

/** How far a run has come, and the result of each row. */
export const getRunEndpoint = endpoint({
  name: 'decision.get-run',
  face: 'office',
  method: 'GET',
  path: '/api/runs/:runId',
  permission: 'case.read',
  input: z.strictObject({ runId: Id }),
  output: z.strictObject({ run: BulkRun, rows: z.array(BulkRunRow) }),
})

/** The last twenty runs of the agency, so that one that was left is found again. */
export const listRunsEndpoint = endpoint({
  name: 'decision.list-runs',
  face: 'office',
  method: 'GET',
  path: '/api/runs',
  permission: 'case.read',
  input: z.strictObject({}),
  output: z.strictObject({ runs: z.array(BulkRun) }),
})
