import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Done, Id } from './field.ts'
import { Business } from './notice.ts'
import { RegionCode } from './region.ts'

/** Headings under which 常见问题 stand, in the order of the page. */
export const QUESTION_CATEGORIES = [
  '注册与登录',
  '实名核验',
  '考试与证书信息',
  '认定报名',
  '照片与签名',
  '现场确认与体检',
  '结论与领证',
  '定期注册',
  '其他问题',
] as const
export const QuestionCategory = z.enum(QUESTION_CATEGORIES)
export type QuestionCategory = z.infer<typeof QuestionCategory>

export const Question = z.strictObject({
  questionId: Id,
  category: QuestionCategory,
  question: z.string(),
  answer: z.string(),
})
export type Question = z.infer<typeof Question>

/** 常见问题 for a place; with a text those that fit, the best first (PUB-6). */
export const searchQuestionsEndpoint = endpoint({
  name: 'question.search',
  face: 'public',
  method: 'GET',
  path: '/api/questions',
  permission: 'public',
  input: z.strictObject({
    regionCode: RegionCode.optional(),
    business: Business.optional(),
    text: z.string().trim().max(60).optional(),
  }),
  output: z.strictObject({ questions: z.array(Question) }),
})

/** 「解决了吗」: one voice a device; the last one counts. */
export const rateQuestionEndpoint = endpoint({
  name: 'question.rate',
  face: 'public',
  method: 'POST',
  path: '/api/questions/:questionId/rate',
  permission: 'public',
  input: z.strictObject({ questionId: Id, isSolved: z.boolean() }),
  output: Done,
})
