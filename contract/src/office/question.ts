import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id, Instant, line } from '../field.ts'
import { Business } from '../notice.ts'
import { QuestionCategory } from '../question.ts'
import { RegionCode } from '../region.ts'
import { ContentFinding } from './content-check.ts'

export const QuestionContent = z.strictObject({
  question: line(120, '问题'),
  answer: z.string().trim().min(1, { error: '请填写答案。' }).max(2000, { error: '答案不能超过 2000 个字。' }),
  category: QuestionCategory,
  business: Business,
  regionCode: RegionCode,
  keywords: z.array(line(20, '关键词')).max(12, { error: '关键词最多 12 个。' }),
  /** Order within the category, small numbers first. */
  position: z
    .number()
    .int()
    .min(1, { error: '排序应在 1 至 999 之间。' })
    .max(999, { error: '排序应在 1 至 999 之间。' }),
  isPublished: z.boolean(),
})
export type QuestionContent = z.infer<typeof QuestionContent>

export const OwnQuestion = z.strictObject({
  questionId: Id,
  content: QuestionContent,
  regionName: z.string(),
  revision: z.number(),
  changedBy: z.string(),
  changedAt: Instant,
  solved: z.number(),
  unsolved: z.number(),
})
export type OwnQuestion = z.infer<typeof OwnQuestion>

export const listOwnQuestionsEndpoint = endpoint({
  name: 'question.list-own',
  face: 'office',
  method: 'GET',
  path: '/api/questions',
  permission: 'notice.edit',
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(OwnQuestion) }),
})

export const createQuestionEndpoint = endpoint({
  name: 'question.create',
  face: 'office',
  method: 'POST',
  path: '/api/questions',
  permission: 'notice.edit',
  input: QuestionContent,
  output: z.strictObject({ questionId: Id, findings: z.array(ContentFinding) }),
})

/** `revision` is the one the officer saw. */
export const saveQuestionEndpoint = endpoint({
  name: 'question.save',
  face: 'office',
  method: 'POST',
  path: '/api/questions/:questionId/save',
  permission: 'notice.edit',
  input: QuestionContent.extend({ questionId: Id, revision: z.number().int().min(1) }),
  output: z.strictObject({ findings: z.array(ContentFinding) }),
})
