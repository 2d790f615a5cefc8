import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around signing the promise on a phone (S-080). */
export const SIGNING_PROBLEMS = {
  'signing.over': {
    status: 410,
    sentence: '这个签名二维码已经失效或用过，请回到电脑页面重新生成二维码再扫。',
  },
  'signing.taken': {
    status: 409,
    sentence: '这个签名二维码已被另一台设备打开，为安全起见请回到电脑页面重新生成二维码。',
  },
  'signing.not-signed': { status: 409, sentence: '手机上还没有完成签名，请在手机上签名后再确认。' },
  'signing.not-png': { status: 422, sentence: '签名图片的格式不正确，请在签名页面重新手写签名。' },
  'signing.unreadable': { status: 422, sentence: '签名图片无法打开，请在签名页面重新手写签名。' },
  'signing.too-large': { status: 422, sentence: '签名图片太大，请清除后重新手写签名。' },
  'signing.blank': { status: 422, sentence: '没有看到签名笔迹，请清楚地手写本人姓名。' },
  'signing.not-handwriting': { status: 422, sentence: '提交的内容不是手写签名，请清除后手写本人姓名。' },
} as const satisfies ProblemTable
