import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around the no-crime check and the sexual-offence query. */
export const VETTING_PROBLEMS = {
  'vetting.row-not-now': {
    status: 409,
    sentence: '所选的第 {row} 份申请不在待认定审批状态，整批都没有发出，请去掉这一份后重试。',
  },
  'vetting.row-running': {
    status: 409,
    sentence: '所选的第 {row} 份申请正在核查，整批都没有发出，请去掉这一份后重试。',
  },
  'vetting.row-fresh': {
    status: 409,
    sentence: '所选的第 {row} 份申请已有有效期内的核查结果，整批都没有发出，请去掉这一份后重试。',
  },
  'vetting.row-without-consent': {
    status: 409,
    sentence:
      '所选的第 {row} 份申请没有本人对性侵违法犯罪信息查询的单独授权，整批都没有发出；请去掉这一份，并退回由申请人重新授权。',
  },
  'vetting.row-paper-needed': {
    status: 409,
    sentence: '所选的第 {row} 份申请使用港澳台证件，无犯罪记录由纸质证明确认，整批都没有发出，请去掉这一份后重试。',
  },
  'vetting.none-stale': { status: 409, sentence: '没有超过有效期的核查结果，不需要重新发起。' },
  'vetting.office-name': { status: 422, sentence: '这个公安机关已经在列表中，请换一个名称。' },
  'vetting.office-area': {
    status: 422,
    sentence: '区划代码 {codes} 重复，或已由另一个公安机关负责，请去掉后再保存。',
  },
  'vetting.office-general': {
    status: 422,
    sentence: '没有填写区划代码的公安机关只能有一个，现在是{name}；请填写区划代码。',
  },
  'vetting.not-a-file-batch': { status: 409, sentence: '这一批通过接口核查，不需要导出或导入文件。' },
  'vetting.batch-ended': { status: 409, sentence: '这一批的结果已经全部返回，不能再导出名单。' },
  'vetting.export-over': { status: 404, sentence: '这份名单已超过 24 小时，或不是由您导出的，请重新导出。' },
  'vetting.answer-columns': { status: 422, sentence: '文件缺少这些列：{titles}。请使用导出的名单填写结果后导入。' },
  'vetting.answer-empty': { status: 422, sentence: '文件中没有填写核查结果，请核对后重新选择文件。' },
  'vetting.answer-id': { status: 422, sentence: '这一行没有核查编号。' },
  'vetting.answer-result': {
    status: 422,
    sentence: '核查结果只能填写“无犯罪记录”“有犯罪记录”或“无法核查”。',
  },
  'vetting.answer-detail': { status: 422, sentence: '说明不能超过 {max} 个字。' },
  'vetting.answer-invalid': {
    status: 422,
    sentence: '文件中有 {count} 行填写不正确，没有导入任何结果，请改正后重新导入。',
  },
  'vetting.imported-before': { status: 409, sentence: '这个文件已经导入过，不会重复记录。' },
  'vetting.mismatch-settled': { status: 409, sentence: '这一条已经处理，请刷新名单。' },
  'vetting.paper-kind': { status: 422, sentence: '证明种类与申请人的证件不相符，请重新选择。' },
  'vetting.paper-reason': { status: 422, sentence: '请填写以纸质证明代替核查的例外原因。' },
  'vetting.paper-future': { status: 422, sentence: '出具日期不能晚于今天，请核对证明。' },
  'vetting.paper-old': { status: 422, sentence: '证明自出具之日起超过 {days} 天，请申请人重新提供。' },
  'vetting.paper-waiting': { status: 409, sentence: '这份申请已有一份证明等待复核，请先完成复核。' },
  'vetting.paper-not-needed': { status: 409, sentence: '无犯罪记录核查正在进行或已有结果，不能用纸质证明代替。' },
  'vetting.paper-judged': { status: 409, sentence: '这份证明已经复核，请刷新名单。' },
  'vetting.paper-same-person': { status: 409, sentence: '登记和复核须由两个人办理，请由另一名人员复核。' },
  'vetting.paper-run-out': { status: 409, sentence: '这份证明已过有效期，请不予采用，并请申请人重新提供。' },
  'vetting.running': { status: 409, sentence: '核查正在进行，请等待结果。' },
  'vetting.fresh': { status: 409, sentence: '两项核查都有有效期内的结果，请直接进行审核。' },
} as const satisfies ProblemTable
