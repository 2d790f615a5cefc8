import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of requests of persons to an office. */
export const SERVICE_PROBLEMS = {
  'service.person-unknown': {
    status: 404,
    sentence: '没有找到证件号码和姓名都一致的账号，请核对证件后重新填写；没有注册过的，请本人直接注册。',
  },
  'service.phone-same': { status: 422, sentence: '新手机号码与原来的相同，请核对后填写。' },
  'service.recovery-running': {
    status: 409,
    sentence: '此人已有更换手机号码的申请在等待期内，请等待期满，或由本人提出异议后重新办理。',
  },
  'service.correction-running': {
    status: 409,
    sentence: '您已提出更正这一项的申请，正在办理，请等待答复。',
  },
  'service.closed': { status: 409, sentence: '这项申请已办结，不能再办理，请刷新页面查看结果。' },
  'service.not-correction': { status: 409, sentence: '更换手机号码在等待期满后由系统办理，不需要答复。' },
  'service.ethnic-group-needed': { status: 422, sentence: '同意更正民族的，请选择更正后的民族。' },
  'service.objection-unknown': {
    status: 404,
    sentence: '没有找到可以提出异议的申请，请核对受理编号和异议码；等待期已过的，请携带证件到确认点办理。',
  },
} as const satisfies ProblemTable
