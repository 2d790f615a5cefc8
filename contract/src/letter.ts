import { z } from 'zod'
import { Day, Id } from './field.ts'

export const Delivery = z.enum(['in-person', 'mail', 'online'], { error: '请选择送达方式。' })
export type Delivery = z.infer<typeof Delivery>
export const DELIVERY_TITLES: Readonly<Record<Delivery, string>> = {
  'in-person': '当面送达',
  mail: '邮寄送达',
  online: '网上送达',
}

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
