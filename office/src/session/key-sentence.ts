import type { KeyFailure } from './key-middleware.ts'

const FIXED = {
  'not-running': '没有连接到本机的密钥驱动程序。请启动密钥驱动程序，再点「重新检测密钥」。',
  locked: '密钥已被锁定，不能登录。请携带密钥和本人证件，联系本单位管理员解锁。',
  'foreign-origin': '密钥驱动程序不接受当前网址。请从本单位公布的地址打开本系统后再登录。',
  'passkey-missing': '这个浏览器不支持通行密钥。请改用密钥（USBKey），或换用新版浏览器。',
  'passkey-stopped': '通行密钥没有完成验证。请再试一次，并在系统提示时用指纹、面容或设备口令确认。',
  unexpected: '密钥驱动程序的答复无法识别。请更新或重新启动密钥驱动程序，再点「重新检测密钥」。',
} as const

/** What the officer reads when the key did not sign: what happened and what to do. */
export function keySentence(failure: KeyFailure): string {
  if (failure.kind === 'key-missing')
    return `没有找到您备案的密钥（序列号 ${failure.keySerial}）。请插入该密钥，再点「重新检测密钥」；如密钥遗失，请立即告知本单位管理员。`
  if (failure.kind === 'wrong-pin') return wrongPinSentence(failure.triesLeft)
  return FIXED[failure.kind]
}

function wrongPinSentence(triesLeft: number | undefined): string {
  return triesLeft === undefined
    ? '密钥口令不正确，请核对后重新输入。'
    : `密钥口令不正确，还可以再试 ${triesLeft} 次，用完后密钥将被锁定。请核对后重新输入。`
}
