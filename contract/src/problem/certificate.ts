import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around numbers and the certificate query. */
export const CERTIFICATE_PROBLEMS = {
  'certificate.serial-exhausted': {
    status: 409,
    sentence: '本机构本年度的证书序号已经用完，不能再编号，请立即联系上级管理部门处理。',
  },
  'certificate.number-refused': {
    status: 409,
    sentence: '按现有信息不能编出符合规则的证书号码，没有作出结论，请联系系统管理员核对机构代码。',
  },
  'certificate.suspended': {
    status: 409,
    sentence: '限制库中有持证人在期限内的记录，证书已暂停使用，不能打印和发放，请依法启动撤销程序。',
  },
  'certificate.held': {
    status: 409,
    sentence: '限制库中有一条关于持证人的记录正在审核，暂时不能打印和发放，请等待审核结果。',
  },
  'certificate.void': { status: 409, sentence: '这本证书已经作废，不能打印和发放，请核对证书档案。' },
  'certificate.query-limit': {
    status: 429,
    sentence: '这个手机号今天的查询次数已用完，请明天再试，或向证书上的发证机关查询。',
  },
} as const satisfies ProblemTable
