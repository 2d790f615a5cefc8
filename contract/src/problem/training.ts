import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of training records (PLN-7). */
export const TRAINING_PROBLEMS = {
  'training.days-turned': { status: 422, sentence: '培训结束日期早于开始日期，请改正。' },
  'training.not-over': { status: 422, sentence: '培训还没有结束，请在培训结束当天或之后登记。' },
  'training.recorded-already': { status: 409, sentence: '同一天同一主题的培训已经登记，请在列表中打开它继续办理。' },
  'training.withdrawn': { status: 409, sentence: '这次培训的登记已经作废，不能再修改，请重新登记。' },
  'training.not-below': {
    status: 422,
    sentence: '名单中有 {count} 人不是本机构及下级机构的在用人员，请刷新页面后重新勾选。',
  },
  'training.confirm-missing': {
    status: 409,
    sentence: '您还没有有效的现场确认培训记录，暂时不能办理确认，请联系本机构用户管理员登记培训。',
  },
} as const satisfies ProblemTable
