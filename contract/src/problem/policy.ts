import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around proposals of rules, holiday notices and national windows. */
export const POLICY_PROBLEMS = {
  'proposal.same-person': { status: 409, sentence: '提出人不能批准或退回自己的提议，请由另一位计划管理人员办理。' },
  'proposal.not-proposer': { status: 403, sentence: '只有提出人可以撤回这份提议，您可以退回并写明意见。' },
  'proposal.not-open': { status: 409, sentence: '这份提议已经办结，请刷新页面查看结果。' },
  'proposal.open-already': { status: 409, sentence: '同一事项已有一份提议待批准，请先等它办结，或撤回后重新提出。' },
  'proposal.out-of-scope': { status: 403, sentence: '只能提出或批准本级和下级范围内的变更，请改选范围。' },
  'proposal.by-superior': {
    status: 403,
    sentence: '这份提议由上级机构提出，由该机构或其上级的另一名工作人员批准或退回。',
  },
  'policy.key-unknown': { status: 404, sentence: '没有这项政策，请从政策目录中选择。' },
  'policy.place-unknown': { status: 404, sentence: '没有这个地区或机构，请从目录中选择。' },
  'policy.value-invalid': { status: 422, sentence: '“{title}”填写有误：{found}' },
  'policy.starts-in-past': { status: 422, sentence: '生效日期不能早于今天，请选择今天或以后的日期。' },
  'policy.ends-before-start': { status: 422, sentence: '结束日期须晚于生效日期，请重新选择。' },
  'policy.starts-same-day': { status: 409, sentence: '这一天已有一条规则开始生效，请选择其他生效日期。' },
  'policy.overlaps-later': {
    status: 409,
    sentence: '{startsOn} 起已有另一条规则，新规则须在这一天或之前结束，请填写结束日期。',
  },
  'policy.nation-needs-rule': {
    status: 409,
    sentence: '全国规则不能留空，请不填结束日期；需要更换时提出接续的新规则。',
  },
  'policy.no-open-rule': { status: 409, sentence: '这条规则不存在或者已有结束日期，请刷新页面后查看。' },
  'policy.end-not-ahead': { status: 422, sentence: '结束日期须晚于今天，也须晚于生效日期，请重新选择。' },
  'calendar.year-not-next': { status: 409, sentence: '请按年度顺序录入，现在应录入 {expected} 年的放假安排。' },
  'calendar.day-outside-year': { status: 422, sentence: '{day} 不属于这一年的放假安排，请核对日期。' },
  'calendar.day-listed-twice': { status: 422, sentence: '{day} 重复出现，请只保留一处。' },
  'calendar.workday-not-weekend': { status: 422, sentence: '{day} 不是星期六或星期日，不能作为调休上班日，请核对。' },
  'calendar.holiday-missing': { status: 422, sentence: '{day} 是法定节假日，没有列入放假日期，请补上。' },
  'window.nation-only': { status: 403, sentence: '放假安排和全国开放时间由国家中心录入，请联系国家中心。' },
  'window.ends-before-start': { status: 422, sentence: '结束时间须晚于开始时间，请重新填写。' },
  'window.already-over': { status: 422, sentence: '结束时间已经过去，请填写以后的时间。' },
  'window.has-begun': { status: 409, sentence: '已经开始的时间段不能改动开始时间，只能调整结束时间。' },
  'window.not-found': { status: 404, sentence: '没有找到要调整的时间段，请刷新页面后重试。' },
  'window.registration-in-autumn': { status: 422, sentence: '定期注册只在下半年开展，请选择 7 月及以后的开始时间。' },
  'window.overlaps': { status: 409, sentence: '与“{name}”的时间重叠，请错开两个批次的时间。' },
  'window.strands-plans': {
    status: 409,
    sentence: '有 {count} 个机构的计划在 {closesAt} 之后才结束，请先由这些机构调整计划，或选择更晚的结束时间。',
  },
  'window.extension-not-later': {
    status: 422,
    sentence: '延长后的结束时间须晚于现在的结束时间（{closesAt}），请重新填写。',
  },
  'window.number-used': { status: 409, sentence: '这个文号已经用于另一次延长，请核对文号。' },
  'window.not-province': { status: 422, sentence: '请选择省、自治区或直辖市。' },
  'window.function-shut': { status: 503, sentence: '{sentence}恢复办理时间为{reopensAt}。' },
} as const satisfies ProblemTable
