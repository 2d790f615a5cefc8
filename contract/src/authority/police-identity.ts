import { z } from 'zod'
import { personAnswer, personQuestion } from './envelope.ts'

/**
 * 公安实名核验: is there a living person of this name under this number? MISMATCH names `name` when the number belongs
 * to another name and `status` when the registration is cancelled.
 */
export const IDENTITY_PATH = '/police-identity/v1/check'

export const IdentityQuestion = z.strictObject(personQuestion)
export type IdentityQuestion = z.infer<typeof IdentityQuestion>

export const IdentityRecord = z.object({ sex: z.enum(['男', '女']), birthOn: z.iso.date() })
export type IdentityRecord = z.infer<typeof IdentityRecord>

export const IdentityAnswer = personAnswer(IdentityRecord)
export type IdentityAnswer = z.infer<typeof IdentityAnswer>
