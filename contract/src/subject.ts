import { z } from 'zod'
import { QualificationType } from './qualification.ts'

/**
 * 任教学科 code: the digit of the qualification type and an own number. Types 5 and 7 also carry trees: type digit,
 * two digits of the class in the catalogue (中职专业大类 61–79, 学科门类 01–14) and two digits of the entry.
 */
export const SubjectCode = z.string().regex(/^[1-7]\d{2,4}$/)

/** One row of `server/reference/subjects.json`. */
export const SubjectRow = z.strictObject({
  code: SubjectCode,
  type: QualificationType,
  name: z.string().min(1),
  /** Code of the class the subject stands in; null for subjects outside a tree. */
  parent: SubjectCode.nullable(),
  /** False for a class that only groups and cannot be applied for. */
  selectable: z.boolean(),
})
export type SubjectRow = z.infer<typeof SubjectRow>

/**
 * Names that mean one subject within the listed types: proofs, certificates and forms of different years disagree
 * (思想品德 became 道德与法治 in 2022). `name` is the present one.
 */
export const SubjectAlias = z.strictObject({
  types: z.array(QualificationType).min(1),
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).min(1),
  source: z.string().min(1),
})
export type SubjectAlias = z.infer<typeof SubjectAlias>
