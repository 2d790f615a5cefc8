import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of the office's door: keys, fresh signatures, addresses, sessions. */
export const SECURITY_PROBLEMS = {
  'staff.key-proof-needed': { status: 403, sentence: '这项操作需要用密钥确认，请插入密钥并输入口令后提交。' },
  'staff.key-proof-over': { status: 403, sentence: '密钥确认已经用过或超过 60 秒，请重新用密钥确认后提交。' },
  'staff.key-proof-refused': { status: 403, sentence: '密钥确认没有通过，请使用本次登录所用的密钥重新确认。' },
  'staff.passkey-refused': { status: 422, sentence: '通行密钥没有登记成功，请在本机重新操作一次。' },
  'staff.passkey-known': { status: 409, sentence: '这个通行密钥已经登记过，请直接使用，或改用另一个设备登记。' },
  'staff.passkey-needs-usb-key': {
    status: 409,
    sentence: '只有用密钥（USBKey）登录后才能登记通行密钥，请用密钥重新登录，或向用户管理人员领取登记码。',
  },
  'staff.passkey-offer-over': { status: 409, sentence: '登记已超过 60 秒，请重新开始登记。' },
  'staff.passkey-last-key': {
    status: 409,
    sentence: '本次登录正在使用这个通行密钥，请改用另一把密钥登录后再注销它。',
  },
  'staff.own-passkey-code': { status: 409, sentence: '不能给自己开登记码，请由另一位用户管理人员办理。' },
  'staff.session-ended': {
    status: 401,
    sentence: '您的登录已由安全管理员结束，请联系安全管理员了解原因后重新登录。',
  },
  'staff.network-too-wide': { status: 422, sentence: '地址段过大，请填写本单位实际使用的网段。' },
  'staff.address-days-wrong': { status: 422, sentence: '停用日期须在启用日期之后，请重新选择。' },
  'staff.address-user-foreign': { status: 422, sentence: '所填用户不属于这个机构，请核对用户名。' },
  'staff.address-locks-out': {
    status: 409,
    sentence: '这样修改后，您现在所用的地址将不能登录本系统。请核对；确需如此的，请勾选知晓后再保存。',
  },
} as const satisfies ProblemTable
