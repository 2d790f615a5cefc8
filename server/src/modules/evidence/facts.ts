import { z } from 'zod'
import { EducationLevel } from '@xingtan/contract/person-code'
import { PutonghuaGrade } from '@xingtan/contract/evidence'
import { QualificationType } from '@xingtan/contract/qualification'

/** What the source said of each kind of record, as `evidence.facts` holds it; null until it has answered. */
export const ExamProofFacts = z.object({
  number: z.string(),
  qualificationType: QualificationType,
  /** Code of our table, empty for a subject it does not know. */
  subjectCode: z.string(),
  subjectName: z.string(),
  issuedOn: z.string(),
  validUntil: z.string(),
})
export type ExamProofFacts = z.infer<typeof ExamProofFacts>

export const PutonghuaFacts = z.object({
  number: z.string(),
  grade: PutonghuaGrade.nullable(),
  score: z.number().nullable(),
  testedOn: z.string().nullable(),
  station: z.string().nullable(),
})
export type PutonghuaFacts = z.infer<typeof PutonghuaFacts>

export const EnrolmentFacts = z.object({
  school: z.string().nullable(),
  major: z.string().nullable(),
  level: EducationLevel.nullable(),
  studyForm: z.string().nullable(),
  status: z.string().nullable(),
  enrolledOn: z.string().nullable(),
  expectedGraduationOn: z.string().nullable(),
})
export type EnrolmentFacts = z.infer<typeof EnrolmentFacts>

export const EducationFacts = z.object({
  certificateNumber: z.string(),
  school: z.string().nullable(),
  major: z.string().nullable(),
  level: EducationLevel.nullable(),
  studyForm: z.string().nullable(),
  conclusion: z.string().nullable(),
  graduatedOn: z.string().nullable(),
})
export type EducationFacts = z.infer<typeof EducationFacts>

export const DegreeFacts = z.object({
  certificateNumber: z.string(),
  school: z.string().nullable(),
  level: z.string().nullable(),
  name: z.string().nullable(),
  awardedOn: z.string().nullable(),
})
export type DegreeFacts = z.infer<typeof DegreeFacts>

/** Facts of a record nobody has answered for yet. */
export const UNANSWERED_ENROLMENT: EnrolmentFacts = {
  school: null,
  major: null,
  level: null,
  studyForm: null,
  status: null,
  enrolledOn: null,
  expectedGraduationOn: null,
}

export function unansweredPutonghua(number: string): PutonghuaFacts {
  return { number, grade: null, score: null, testedOn: null, station: null }
}

export function unansweredEducation(certificateNumber: string): EducationFacts {
  return {
    certificateNumber,
    school: null,
    major: null,
    level: null,
    studyForm: null,
    conclusion: null,
    graduatedOn: null,
  }
}

export function unansweredDegree(certificateNumber: string): DegreeFacts {
  return { certificateNumber, school: null, level: null, name: null, awardedOn: null }
}
