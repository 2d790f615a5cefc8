import { z } from 'zod'
import { AskingAgency, MAX_BATCH_ROWS } from './batch.ts'
import { RequestId, personQuestion, sourceText } from './envelope.ts'

/**
 * 性侵违法犯罪信息查询, by the accepting agency on each person's separate authorisation (DEC-2; 个人信息保护法 art. 29).
 * `GET <path>/:batchId?requestId=…`.
 */
export const OFFENCE_BATCHES_PATH = '/offence/v1/batches'

/** The authorisation this question rests on; without one the question is not asked (S-131). */
export const ConsentReference = z.strictObject({
  id: RequestId,
  textVersion: sourceText(40),
  /** SHA-256 (hex) of the text the person agreed to. */
  textHash: z.string().regex(/^[\da-f]{64}$/),
  givenAt: z.iso.datetime(),
})
export type ConsentReference = z.infer<typeof ConsentReference>

const { name, documentNumber } = personQuestion

export const OffenceBatchQuestion = z.strictObject({
  requestId: RequestId,
  agencyName: AskingAgency,
  rows: z
    .array(z.strictObject({ rowId: RequestId, name, documentNumber, consent: ConsentReference }))
    .min(1)
    .max(MAX_BATCH_ROWS),
})
export type OffenceBatchQuestion = z.infer<typeof OffenceBatchQuestion>
