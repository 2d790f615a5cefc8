import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around 体检结论. */
export const MEDICAL_PROBLEMS = {
  'medical.hospital-unknown': {
    status: 422,
    sentence: '“{hospital}”不在本机构公布的体检医院名单中，请核对名称或先更新名单。',
  },
  'medical.form-unknown': { status: 422, sentence: '体检表版本“{form}”不在本机构接受的范围内，请核对后重新填写。' },
  'medical.future': { status: 422, sentence: '体检日期晚于今天，请对照体检合格证明重新填写。' },
  'medical.old': { status: 422, sentence: '体检结论已超过 {days} 天的有效期，请申请人重新体检后再登记。' },
  'medical.columns': { status: 422, sentence: '表格缺少“{titles}”列，请下载模板，按模板的列填写后重新上传。' },
  'medical.no-rows': { status: 422, sentence: '表格中没有数据，请填写后重新上传。' },
  'medical.rows-invalid': { status: 422, sentence: '表格中有 {count} 行填写不正确，全部没有导入，请改正后重新上传。' },
  'medical.imported-before': { status: 409, sentence: '同一份表格已经导入过，请核对是否选错了文件。' },
  'medical.row-key': { status: 422, sentence: '请填写报名号或证件号码。' },
  'medical.row-name': { status: 422, sentence: '请填写姓名。' },
  'medical.row-conclusion': { status: 422, sentence: '结论只能填“合格”或“不合格”，请改正。' },
  'medical.row-day': { status: 422, sentence: '体检日期不是有效的日期，请按 2026-09-14 的格式填写。' },
  'medical.row-repeated': { status: 422, sentence: '与第 {row} 行是同一人，请只保留一行。' },
  'medical.not-found': { status: 404, sentence: '没有找到这个报名号的申请，请核对是否为本机构待办理的申请。' },
  'medical.solved': { status: 409, sentence: '这一行已经处理过，请刷新页面查看。' },
} as const satisfies ProblemTable
