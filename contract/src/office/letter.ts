import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id } from '../field.ts'

export const Delivery = z.enum(['in-person', 'mail', 'online'], { error: '请选择送达方式。' })
export type Delivery = z.infer<typeof Delivery>

export const LetterKind = z.enum(['recognised', 'not-recognised'])
export type LetterKind = z.infer<typeof LetterKind>
export const LETTER_TITLES: Readonly<Record<LetterKind, string>> = {
  recognised: '教师资格认定决定书',
  'not-recognised': '不予认定教师资格决定书',
}

/** 决定书 of the conclusion that stands: number and words are fixed at issue (DEC-4). */
export const DecisionLetter = z.strictObject({
  letterId: Id,
  kind: LetterKind,
  number: z.string(),
  issuedOn: Day,
  state: z.enum(['waiting', 'ready', 'failed']),
  /** Short-lived link for this caller alone (S-047). */
  url: z.string().nullable(),
  deliveredOn: Day.nullable(),
  delivery: Delivery.nullable(),
})
export type DecisionLetter = z.infer<typeof DecisionLetter>

/** The letter of a case; `ordered` while a job makes it. */
export const getLetterEndpoint = endpoint({
  name: 'decision.get-letter',
  face: 'office',
  method: 'GET',
  path: '/api/cases/:applicationId/letter',
  permission: 'confirmation.read',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({ ordered: z.boolean(), letter: DecisionLetter.nullable() }),
})

export const orderLetterEndpoint = endpoint({
  name: 'decision.order-letter',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/letter',
  permission: 'confirmation.read',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({ documentId: Id }),
})

/** 送达日期: from it run the days of 复议 and 诉讼. */
export const recordDeliveryEndpoint = endpoint({
  name: 'decision.record-delivery',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/letter/delivery',
  permission: 'confirmation.read',
  input: z.strictObject({ applicationId: Id, deliveredOn: Day, delivery: Delivery }),
  output: Done,
})
