import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of the sealed emergency accounts. */
export const EMERGENCY_PROBLEMS = {
  'emergency.place': { status: 403, sentence: '应急账号只设在国家中心和省级机构，请联系上级机构。' },
  'emergency.none': { status: 404, sentence: '这个机构还没有设立应急账号，请先由安全管理员封存。' },
  'emergency.not-sealed': { status: 409, sentence: '应急账号上次启用后还没有重新封存，请先由安全管理员封存。' },
  'emergency.pending': { status: 409, sentence: '应急账号已申请启用或已启用，请刷新页面查看。' },
  'emergency.open': { status: 409, sentence: '应急账号正在启用，请先结束启用再封存。' },
  'emergency.over': { status: 409, sentence: '这次申请已经同意、结束或超过 60 分钟，请刷新页面查看。' },
  'emergency.same-person': { status: 403, sentence: '应急账号须由两个人启用，请由另一位管理员同意。' },
  'emergency.same-role': {
    status: 403,
    sentence: '申请人和同意人须分别是系统管理员和安全管理员，请由另一岗位的管理员同意。',
  },
  'emergency.username-taken': { status: 409, sentence: '这个用户名已经使用，请换一个。' },
  'emergency.key-taken': { status: 409, sentence: '这个密钥序列号已经登记过或已停用，请更换密钥。' },
} as const satisfies ProblemTable
