import { z } from 'zod'

/** Made by the asker, unique per question; asking again under the same id is the same question. */
export const RequestId = z.string().regex(/^[\w-]{8,64}$/)

/** Resident identity number, eighteen characters (GB 11643). */
export const DocumentNumber = z.string().regex(/^\d{17}[\dX]$/)

/** A short text of a source: no control characters and no mark-up, whatever the source sends (S-152). */
export function sourceText(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}<>\u200b-\u200f\u202a-\u202e\u2066-\u2069]*$/u)
}

export const PersonName = sourceText(80)

/** What every question about one person carries. */
export const personQuestion = { requestId: RequestId, name: PersonName, documentNumber: DocumentNumber }

/**
 * Whom the answer is about, so that an answer about somebody else is noticed (S-151): the name asked for, and
 * HMAC-SHA256 (hex, key = shared key) over `requestId`, a line feed and the document number. The number itself never
 * travels back.
 */
export const Subject = z.object({ name: PersonName, numberHash: z.string().regex(/^[\da-f]{64}$/) })
export type Subject = z.infer<typeof Subject>

/** What every answer carries: the id of its question and the instant of answering. */
export const answerHead = { requestId: RequestId, answeredAt: z.iso.datetime() }

/** A field that differs between the question and the source. */
export const DifferingField = z.enum(['name', 'documentNumber', 'certificateNumber', 'status'])
export type DifferingField = z.infer<typeof DifferingField>

/**
 * Answer about one person. Unknown extra fields are dropped when parsed; `record` exists with MATCH alone.
 * A source that is down or limits its callers says so with HTTP 503 or 429, not in the body.
 */
export function personAnswer<RecordSchema extends z.ZodType>(record: RecordSchema) {
  const head = { ...answerHead, subject: Subject }
  return z.discriminatedUnion('result', [
    z.object({ ...head, result: z.literal('MATCH'), record }),
    z.object({ ...head, result: z.literal('MISMATCH'), fields: z.array(DifferingField).min(1).max(4) }),
    z.object({ ...head, result: z.literal('NOT_FOUND') }),
  ])
}
