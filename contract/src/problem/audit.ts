import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of the auditor's page. */
export const AUDIT_PROBLEMS = {
  'audit.range-order': { status: 422, sentence: '结束时间应晚于开始时间，请重新填写。' },
  'audit.proof-not-yet': {
    status: 409,
    sentence: '这条事件还没有进入签名检查点。检查点每 5 分钟生成一次，请稍后再下载证明。',
  },
  'audit.range-too-long': { status: 422, sentence: '一次最多查询 {days} 天，请缩短时间范围后再查询。' },
} as const satisfies ProblemTable
