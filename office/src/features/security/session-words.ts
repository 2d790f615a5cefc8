/** Official words for the kinds of key. */
export const KEY_KIND_TITLES = { sm2: '密钥（USBKey）', passkey: '通行密钥' } as const

const ENDS: Readonly<Record<string, string>> = {
  'signed-out': '本人退出',
  replaced: '在别处重新登录',
  'security-officer': '安全管理员结束',
  address: '登录地址变为未登记的地址',
}

/** Why a session is over, in words; one that nobody ended ran out. */
export function endedSentence(because: string | null): string {
  return because === null ? '超过时限' : (ENDS[because] ?? '账号或密钥已停用')
}
