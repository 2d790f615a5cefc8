import { z } from 'zod'
import { personAnswer, personQuestion, sourceText } from './envelope.ts'

/** 普通话水平测试成绩: the national data start in 2007; older certificates are NOT_FOUND and checked at the desk. */
export const PUTONGHUA_PATH = '/putonghua/v1/result'

/** Thirteen digits until 2021, fifteen since (`domain.md` §16.6). */
export const PutonghuaNumber = z.string().regex(/^\d{13}(\d{2})?$/)

export const PutonghuaQuestion = z.strictObject({ ...personQuestion, certificateNumber: PutonghuaNumber })
export type PutonghuaQuestion = z.infer<typeof PutonghuaQuestion>

export const PutonghuaGradeTitle = z.enum(['一级甲等', '一级乙等', '二级甲等', '二级乙等', '三级甲等', '三级乙等'])
export type PutonghuaGradeTitle = z.infer<typeof PutonghuaGradeTitle>

export const PutonghuaRecord = z.object({
  certificateNumber: PutonghuaNumber,
  grade: PutonghuaGradeTitle,
  score: z.number().min(0).max(100),
  testedOn: z.iso.date(),
  /** Testing station. */
  station: sourceText(60),
})
export type PutonghuaRecord = z.infer<typeof PutonghuaRecord>

export const PutonghuaAnswer = personAnswer(PutonghuaRecord)
export type PutonghuaAnswer = z.infer<typeof PutonghuaAnswer>
