import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around review requests and 评价 after the conclusion. */
export const APPEAL_PROBLEMS = {
  'appeal.not-refused': {
    status: 409,
    sentence: '只有认定结论为“认定未通过”时可以申请复查，请在“查询报名信息”中查看认定状态。',
  },
  'appeal.too-late': {
    status: 409,
    sentence: '申请复查的期限已于{day}结束，您仍可以依法申请行政复议或者提起行政诉讼。',
  },
  'appeal.once': { status: 409, sentence: '对这一结论已经申请过复查，请等待或查看认定机构的答复。' },
  'appeal.file-unknown': { status: 422, sentence: '有一份材料没有上传成功，请去掉后重新上传。' },
  'appeal.file-repeated': { status: 422, sentence: '同一份材料添加了两次，请去掉重复的一份。' },
  'appeal.same-person': {
    status: 403,
    sentence: '这份申请由您审核或作出结论，复查须由其他工作人员办理，请转给同事。',
  },
  'appeal.answered': { status: 409, sentence: '这项复查申请已经答复，请刷新页面查看结果。' },
  'appeal.superseded': {
    status: 409,
    sentence: '原结论已经另行更正，不能再维持，请选择“原结论有误，提出更正”办结。',
  },
  'appeal.rated': { status: 409, sentence: '您已经评价过这次办理，评价不能修改，请刷新页面查看。' },
  'appeal.not-concluded': { status: 409, sentence: '作出认定结论以后可以评价，请等待认定机构办理。' },
} as const satisfies ProblemTable
