import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around entries of the 限制库. */
export const RESTRICTION_PROBLEMS = {
  'restriction.number-wrong': { status: 400, sentence: '证件号码不正确，请对照处罚决定逐位核对证件类型和号码。' },
  'restriction.name-wrong': { status: 400, sentence: '姓名中有不能使用的符号，请按处罚决定填写姓名。' },
  'restriction.name-mismatch': {
    status: 409,
    sentence: '系统内以此证件号码通过实名核验的人姓名不同，请核对姓名和证件号码后重新填写。',
  },
  'restriction.decided-in-future': { status: 400, sentence: '决定日期晚于今天，请核对处罚决定上的日期。' },
  'restriction.end-before-decision': { status: 400, sentence: '限制截止日期早于决定日期，请核对处罚决定。' },
  'restriction.end-fixed-by-law': {
    status: 400,
    sentence: '这一类限制的期限由法律规定，不需要填写截止日期，请清空后保存。',
  },
  'restriction.end-needed': {
    status: 400,
    sentence: '考试作弊的限制必须有截止日期，请按处罚决定填写最后一天。',
  },
  'restriction.late-reason-needed': {
    status: 400,
    sentence: '决定作出已超过 {days} 天，请填写逾期录入的原因。',
  },
  'restriction.file-missing': { status: 400, sentence: '请上传处罚决定材料，限 PDF 或 JPG，不超过 2 MB。' },
  'restriction.file-too-large': { status: 400, sentence: '处罚决定材料超过 2 MB，请压缩或降低扫描精度后再上传。' },
  'restriction.file-kind': { status: 400, sentence: '处罚决定材料不是 PDF 或 JPG，请转换格式后再上传。' },
  'restriction.already-entered': {
    status: 409,
    sentence: '同一决定已经录入，请在限制库列表中查看；如内容有误，请办理更正。',
  },
  'restriction.not-in-force': {
    status: 409,
    sentence: '只有已生效且没有其他更正在办的记录可以更正或撤销，请刷新后查看它现在的状态。',
  },
  'restriction.same-person': {
    status: 409,
    sentence: '录入人不能复核自己录入的记录，请由本机构另一名限制库管理人员复核。',
  },
  'restriction.other-level': { status: 403, sentence: '这条记录由 {agency} 复核，请等待复核结果。' },
  'restriction.not-pending': { status: 409, sentence: '这条记录已经复核，请刷新后查看结果。' },
  'restriction.own-agency-only': { status: 403, sentence: '更正和撤销由录入机构 {agency} 提出，请联系该机构办理。' },
  'restriction.hit-closed': { status: 409, sentence: '这条核对事项已经办结，请刷新后查看。' },
  'restriction.warning-answered': { status: 409, sentence: '整改情况已经提交，请刷新后查看。' },
} as const satisfies ProblemTable
