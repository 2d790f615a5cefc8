import type { ProblemTable } from '../problem-entry.ts'

/** Reasons why a case cannot be reviewed or concluded now; the office reads all of them at once. */
export const DECISION_PROBLEMS = {
  'decision.review-needed': { status: 409, sentence: '这份申请还没有审核，请先由另一名工作人员完成审核。' },
  'decision.review-not-pass': {
    status: 409,
    sentence: '审核意见为不通过，不能认定通过；请重新审核，或作出认定未通过的结论。',
  },
  'decision.same-person': { status: 409, sentence: '审核和审批不能由同一人完成，请由另一名工作人员审批。' },
  'decision.vetting-missing': { status: 409, sentence: '{title}还没有进行，请先发起核查。' },
  'decision.vetting-waiting': { status: 409, sentence: '{title}正在进行，请等待结果后再办理。' },
  'decision.vetting-error': { status: 409, sentence: '{title}没有得到结果，请重新发起核查。' },
  'decision.vetting-stale': { status: 409, sentence: '{title}的结果已超过 {days} 天的有效期，请重新发起核查。' },
  'decision.vetting-attention': {
    status: 409,
    sentence: '{title}的结果需要处理，不能认定通过，请由有权限的人员查看后办理。',
  },
  'decision.diploma-missing': {
    status: 409,
    sentence: '申请人是应届毕业生，还没有核验到毕业证书，请先核验毕业证书。',
  },
  'decision.medical-missing': { status: 409, sentence: '没有体检结论，请退回确认点补充。' },
  'decision.medical-unqualified': { status: 409, sentence: '体检结论为不合格，不能认定通过。请核对后办理。' },
  'decision.medical-old': {
    status: 409,
    sentence: '体检结论已超过 {days} 天的有效期，请退回并请申请人重新体检。',
  },
  'decision.barred': {
    status: 409,
    sentence: '限制库中有申请人尚在期限内的记录，不能认定通过，请作出认定未通过的结论。',
  },
  'decision.held': {
    status: 409,
    sentence: '限制库中有一条关于申请人的记录正在审核，暂时不能作出结论，请等待审核结果。',
  },
  'decision.year-used': {
    status: 409,
    sentence: '申请人在 {year} 年已经取得一种教师资格，同一自然年度内只能认定一种，请核实后办理。',
  },
  'decision.photo-changed': {
    status: 409,
    sentence: '现有照片与确认时核对的照片不一致，不能认定通过，请退回确认点重新核对。',
  },
  'decision.evidence-unproven': {
    status: 409,
    sentence: '“{title}”既没有核验通过，也没有人工核对的记录，请退回确认点补充核对。',
  },
  'decision.reason-needed': { status: 422, sentence: '审核不通过时请至少选择一条原因，或写明理由。' },
  'decision.urge-closed': { status: 409, sentence: '这份申请已经办结，不需要催办，请返回督办页面查看其他件。' },
  'decision.urged-today': {
    status: 409,
    sentence: '本机构今天已经催办过这份申请，请等待办理机构处理，明天可以再次催办。',
  },
  'decision.run-stopped': {
    status: 409,
    sentence: '发起这一批的工作人员已经停用，没有继续办理，请由在岗人员重新选择办理。',
  },
  'decision.hold-reason-unknown': { status: 422, sentence: '所选暂停原因不在现行目录中，请刷新页面后重新选择。' },
  'decision.hold-days-needed': {
    status: 422,
    sentence: '专家评审、检验检测等时间不计入办理期限，须书面告知申请人所需的工作日数，请填写。',
  },
  'decision.hold-not-for-diploma': {
    status: 409,
    sentence: '只有等待毕业证书的应届毕业生，且本地政策允许等待时，才能以此暂停，请选择其他原因或作出结论。',
  },
  'decision.not-held': { status: 409, sentence: '这份申请没有暂停办理，请刷新页面查看最新情况。' },
  'decision.move-same': { status: 422, sentence: '接收机构就是本机构，请选择其他机构。' },
  'decision.move-not-competent': {
    status: 422,
    sentence: '{agency}不认定这一地区的这种教师资格，不能移送给该机构，请核对申请人的所在地依据。',
  },
  'decision.move-open': { status: 409, sentence: '这份申请已有一项移送在等待答复，请先等待接收机构答复。' },
  'decision.move-gone': { status: 409, sentence: '这项移送已经答复或撤回，或者申请已有结论，请刷新页面查看最新情况。' },
  'decision.move-point': { status: 422, sentence: '所选确认点不属于本机构或已停用，请重新选择。' },
  'decision.correction-open': { status: 409, sentence: '这份申请已有一项更正在等待复核，请由另一名工作人员复核。' },
  'decision.correction-none': { status: 409, sentence: '这份申请没有等待复核的更正，请刷新页面查看最新情况。' },
  'decision.voided-already': { status: 409, sentence: '这份申请的认定通过已经撤销，证书已经作废，不能再次提出更正。' },
  'decision.correction-same-person': {
    status: 409,
    sentence: '更正须由两人完成，提出人不能自己复核，请由另一名工作人员复核。',
  },
  'decision.records-in-use': {
    status: 409,
    sentence: '申请人的合格证明已用于另一份申请，不能恢复办理，请先核实另一份申请。',
  },
  'decision.applied-anew': {
    status: 409,
    sentence: '申请人在同一批次已经另行报名，不能恢复办理，请通知申请人先撤回另一份申请。',
  },
  'decision.relation-number': {
    status: 422,
    sentence: '证件号码与证件类型不符，请核对后重新填写。',
  },
  'decision.relation-known': { status: 409, sentence: '这个证件号码已经申报过，不需要重复申报，请在列表中核对。' },
  'decision.no-letter': { status: 409, sentence: '这份申请还没有可以出具的决定书，请在作出结论后再办理。' },
  'decision.delivery-day': {
    status: 422,
    sentence: '送达日期应在决定日期 {from} 至今天 {to} 之间，请核对后重新填写。',
  },
  'decision.delivered-already': { status: 409, sentence: '这份决定书的送达日期已经登记，请刷新页面查看。' },
  'decision.views-full': { status: 409, sentence: '常用筛选最多保存 {count} 个，请先删除不用的，再保存。' },
  'decision.no-diploma-needed': {
    status: 409,
    sentence: '这份申请不需要等待毕业证书，或毕业证书已经核验，不必再次核验。',
  },
} as const satisfies ProblemTable
