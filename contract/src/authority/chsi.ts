import { z } from 'zod'
import { personAnswer, personQuestion, sourceText } from './envelope.ts'

/** 学信网: 学籍 by person, 学历 and 学位 by certificate number. Words are the source's own (`domain.md` §15.4). */
export const ENROLMENT_PATH = '/chsi/v1/enrolment'
export const EDUCATION_PATH = '/chsi/v1/education'
export const DEGREE_PATH = '/chsi/v1/degree'

export const EducationLevel = z.enum(['博士研究生', '硕士研究生', '本科', '专科', '中等职业教育'])
export type EducationLevel = z.infer<typeof EducationLevel>

export const StudyForm = z.enum(['普通全日制', '非全日制', '业余', '函授', '网络教育', '开放教育', '自学考试'])
export type StudyForm = z.infer<typeof StudyForm>

/** Only 注册学籍 counts as being a student (004). */
export const EnrolmentStatus = z.enum(['注册学籍', '保留入学资格', '休学', '保留学籍', '转学', '退学', '毕业', '结业'])
export type EnrolmentStatus = z.infer<typeof EnrolmentStatus>

export const EnrolmentQuestion = z.strictObject(personQuestion)
export type EnrolmentQuestion = z.infer<typeof EnrolmentQuestion>

export const EnrolmentRecord = z.object({
  school: sourceText(60),
  schoolCode: z.string().regex(/^\d{5}$/),
  major: sourceText(60),
  level: EducationLevel,
  studyForm: StudyForm,
  status: EnrolmentStatus,
  enrolledOn: z.iso.date(),
  expectedGraduationOn: z.iso.date(),
})
export type EnrolmentRecord = z.infer<typeof EnrolmentRecord>

export const EnrolmentAnswer = personAnswer(EnrolmentRecord)
export type EnrolmentAnswer = z.infer<typeof EnrolmentAnswer>

export const CertificateNumber = z.string().regex(/^[\dA-Z]{8,24}$/)

export const EducationQuestion = z.strictObject({ ...personQuestion, certificateNumber: CertificateNumber })
export type EducationQuestion = z.infer<typeof EducationQuestion>

export const EducationRecord = z.object({
  certificateNumber: CertificateNumber,
  school: sourceText(60),
  major: sourceText(60),
  level: EducationLevel,
  studyForm: StudyForm,
  /** Only 毕业 satisfies a degree rule. */
  conclusion: z.enum(['毕业', '结业']),
  graduatedOn: z.iso.date(),
})
export type EducationRecord = z.infer<typeof EducationRecord>

export const EducationAnswer = personAnswer(EducationRecord)
export type EducationAnswer = z.infer<typeof EducationAnswer>

export const DegreeQuestion = z.strictObject({ ...personQuestion, certificateNumber: CertificateNumber })
export type DegreeQuestion = z.infer<typeof DegreeQuestion>

export const DegreeRecord = z.object({
  certificateNumber: CertificateNumber,
  school: sourceText(60),
  level: z.enum(['博士', '硕士', '学士']),
  /** Full name, for example 教育学学士. */
  name: sourceText(40),
  awardedOn: z.iso.date(),
})
export type DegreeRecord = z.infer<typeof DegreeRecord>

export const DegreeAnswer = personAnswer(DegreeRecord)
export type DegreeAnswer = z.infer<typeof DegreeAnswer>
