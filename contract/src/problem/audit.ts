import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of the auditor's page. */
export const AUDIT_PROBLEMS = {
  'audit.range-order': { status: 422, sentence: '结束时间应晚于开始时间，请重新填写。' },
  'audit.range-too-long': { status: 422, sentence: '一次最多查询 {days} 天，请缩短时间范围后再查询。' },
} as const satisfies ProblemTable
