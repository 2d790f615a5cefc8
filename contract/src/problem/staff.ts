import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of the office sign-in; one sentence for every cause, so that nothing can be learnt from it. */
export const STAFF_PROBLEMS = {
  'staff.sign-in-refused': {
    status: 401,
    sentence: '用户名、密码或密钥不正确，或账号未备案、已停用，请核对后重试或联系本机构管理员。',
  },
  'staff.sign-in-waiting': { status: 429, sentence: '连续多次登录失败，请等待 {seconds} 秒后再试。' },
  'staff.challenge-over': { status: 401, sentence: '本次登录已超过 60 秒，请重新输入密码后再插入密钥登录。' },
  'staff.session-replaced': {
    status: 401,
    sentence: '您的账号已在别处登录，本次登录已结束；如非本人操作请立即报告管理员。',
  },
} as const satisfies ProblemTable
