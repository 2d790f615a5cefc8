import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of the confirmation desk. */
export const CONFIRMATION_PROBLEMS = {
  'confirmation.window-closed': { status: 409, sentence: '{sentence}请在确认时间内办理。' },
  'confirmation.other-round': {
    status: 409,
    sentence: '这份申请属于另一个批次，不能在本批次的确认时间内办理，请申请人在本批次重新报名。',
  },
  'confirmation.line-unjudged': { status: 409, sentence: '“{title}”还没有核对，请核对后选择接受或不接受。' },
  'confirmation.line-refused': {
    status: 409,
    sentence: '“{title}”没有被接受，不能确认通过；请补齐后再确认，或选择确认未通过并一次告知全部原因。',
  },
  'confirmation.line-note-needed': {
    status: 409,
    sentence: '“{title}”没有系统核验结果，人工接受时请写明核对了什么材料。',
  },
  'confirmation.line-unknown': { status: 422, sentence: '核对清单已经更新，请刷新页面后按新的清单核对。' },
  'confirmation.rule-failed': { status: 409, sentence: '“{title}”不符合规定（{found}），不能确认通过。' },
  'confirmation.medical-unqualified': {
    status: 409,
    sentence: '体检结论为不合格，不能确认通过；请告知申请人可以按规定申请复检。',
  },
  'confirmation.medical-future': { status: 422, sentence: '体检日期晚于今天，请对照体检合格证明重新填写。' },
  'confirmation.medical-old': {
    status: 409,
    sentence: '体检结论已超过 {days} 天的有效期，请申请人到指定医院重新体检。',
  },
  'confirmation.time-running': {
    status: 409,
    sentence: '申请人的补正期限到 {day} 为止，期限内不能以材料不齐或未到场为由确认未通过；可以等待补正或说明其他原因。',
  },
  'confirmation.medical-missing': { status: 409, sentence: '还没有登记体检结论，请先登记后再确认。' },
  'confirmation.not-clean': { status: 409, sentence: '“{title}”还需要人工核对，请打开这一件单独办理。' },
  'confirmation.not-online': { status: 409, sentence: '这份申请没有在网上提交材料，请在确认点现场办理。' },
  'confirmation.no-receipt': { status: 409, sentence: '这份申请还没有受理，没有受理凭证可以打印；请先完成确认。' },
} as const satisfies ProblemTable
