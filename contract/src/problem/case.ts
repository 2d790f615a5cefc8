import type { ProblemTable } from '../problem-entry.ts'

/** Refusals that any office command about a case may meet. */
export const CASE_PROBLEMS = {
  'case.changed': { status: 409, sentence: '这份申请刚刚有了变化，请刷新页面查看最新情况后再操作。' },
  'case.not-now': {
    status: 409,
    sentence: '这份申请目前为“{state}”，不能进行这项操作，请刷新页面后查看可以办理的事项。',
  },
  'case.not-own': {
    status: 403,
    sentence: '这份申请由下级认定机构办理，您可以查看和催办，不能代为办理；需要更正的，请通知该机构。',
  },
  'case.own-case': {
    status: 403,
    sentence: '申请人就是您本人，您应当回避，请由其他工作人员办理。',
  },
  'case.relative-case': {
    status: 403,
    sentence: '申请人是您申报的应当回避的人员，请由其他工作人员办理。',
  },
  'case.same-phone': {
    status: 403,
    sentence: '申请人的手机号与您申报的手机号相同，您不能办理，请由其他工作人员核实，或移送其他机构办理。',
  },
  'case.on-hold': { status: 409, sentence: '这份申请已暂停办理，请先恢复办理，再进行这项操作。' },
  'case.row-not-found': {
    status: 404,
    sentence: '所选的第 {row} 份申请不在您的办理范围内，整批都没有办理，请去掉这一份后重试。',
  },
  'case.row-repeated': { status: 422, sentence: '第 {row} 份申请选择了两次，请去掉重复的一份后重试。' },
  'case.reason-unknown': { status: 422, sentence: '所选原因不在现行的原因目录中，请刷新页面后重新选择。' },
  'case.reason-repeated': { status: 422, sentence: '同一条原因选择了两次，请去掉重复的一条。' },
} as const satisfies ProblemTable
