import { z } from 'zod'
import { QualificationType } from '../qualification.ts'
import { personAnswer, personQuestion, sourceText } from './envelope.ts'

/** 《中小学教师资格考试合格证明》: every proof of a person, expired ones too. */
export const EXAM_PROOFS_PATH = '/exam/v1/proofs'

export const ExamProofsQuestion = z.strictObject(personQuestion)
export type ExamProofsQuestion = z.infer<typeof ExamProofsQuestion>

export const ExamProofRecord = z.object({
  /** The format is not published: an opaque text. */
  number: z.string().regex(/^[\dA-Z]{1,32}$/),
  qualificationType: QualificationType,
  /** Subject as printed on the proof; 幼儿园 proofs say 幼儿园. */
  subjectName: sourceText(40),
  issuedOn: z.iso.date(),
  /** Stored, never computed: in 2020 all terms were extended by a year. */
  validUntil: z.iso.date(),
})
export type ExamProofRecord = z.infer<typeof ExamProofRecord>

export const ExamProofsAnswer = personAnswer(z.object({ proofs: z.array(ExamProofRecord).min(1).max(20) }))
export type ExamProofsAnswer = z.infer<typeof ExamProofsAnswer>
