import { z } from 'zod'
import { PersonName, RequestId, Subject, answerHead } from './envelope.ts'

/** Bulk questions are accepted first and answered later, both by `crime` and by `offence`. */
export const MAX_BATCH_ROWS = 500

export const BatchId = z.string().regex(/^[\w-]{8,64}$/)

export const BatchAccepted = z.object({
  ...answerHead,
  batchId: BatchId,
  acceptedRows: z.number().int().min(0).max(MAX_BATCH_ROWS),
})
export type BatchAccepted = z.infer<typeof BatchAccepted>

export const VettingResult = z.enum(['clear', 'hit', 'error'])
export type VettingResult = z.infer<typeof VettingResult>

/** One answered row; `subject.numberHash` is made with the row's own `rowId` in place of the request id. */
export const BatchRowAnswer = z.object({ rowId: RequestId, subject: Subject, result: VettingResult })
export type BatchRowAnswer = z.infer<typeof BatchRowAnswer>

export const BatchAnswer = z.discriminatedUnion('state', [
  z.object({ ...answerHead, batchId: BatchId, state: z.literal('pending') }),
  z.object({
    ...answerHead,
    batchId: BatchId,
    state: z.literal('done'),
    rows: z.array(BatchRowAnswer).max(MAX_BATCH_ROWS),
  }),
])
export type BatchAnswer = z.infer<typeof BatchAnswer>

/** Agency on whose behalf the question is asked, by its full name. */
export const AskingAgency = PersonName
