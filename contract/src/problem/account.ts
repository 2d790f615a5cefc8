import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around accounts, sign-in and codes. */
export const ACCOUNT_PROBLEMS = {
  'account.proof-refused': { status: 403, sentence: '安全验证没有通过或已经过期，请重新完成验证。' },
  'account.slider-wrong': { status: 403, sentence: '拼图没有对齐，请再试一次，也可以选择不用拖动的方式。' },
  'account.challenge-over': { status: 403, sentence: '这次安全验证已经失效，请换一张重新验证。' },
  'account.work-wrong': { status: 403, sentence: '安全验证没有通过，请刷新后重试。' },
  'account.sign-in-refused': {
    status: 401,
    sentence: '账号或密码不正确，请核对后重新填写；仍无法登录的，请携带身份证到认定机构窗口咨询。',
  },
  'account.sign-in-waiting': {
    status: 429,
    sentence: '连续多次登录失败，请等待 {seconds} 秒后再试，或使用已登录过的设备。',
  },
  'account.code-wrong': { status: 403, sentence: '验证码不正确或已经失效，请核对短信或重新获取。' },
  'account.code-too-soon': { status: 429, sentence: '验证码发送太频繁，请等待 {seconds} 秒后再获取。' },
  'account.code-daily-limit': { status: 429, sentence: '今天向这个手机号发送的验证码已达上限，请明天再试。' },
  'account.document-unsupported': {
    status: 422,
    sentence: '目前只能使用居民身份证注册，其他证件的注册办法请咨询当地认定机构。',
  },
  'account.document-number-wrong': { status: 422, sentence: '证件号码不正确，请对照证件逐位核对后重新填写。' },
  'account.under-age': { status: 422, sentence: '证件上的出生日期显示您未满 18 周岁，请核对证件号码。' },
  'account.name-wrong': { status: 422, sentence: '姓名中有无法识别的文字，请对照证件填写，间隔号请使用“·”。' },
  'account.password-too-short': { status: 422, sentence: '密码至少需要 8 个字符，请设置更长的密码。' },
  'account.password-too-long': { status: 422, sentence: '密码不能超过 128 个字符，请缩短后再试。' },
  'account.password-common': { status: 422, sentence: '这个密码太常见，容易被猜到，请换一个。' },
  'account.password-personal': {
    status: 422,
    sentence: '密码中含有您的证件号码、手机号或姓名，容易被猜到，请换一个。',
  },
  'account.password-pattern': { status: 422, sentence: '密码由重复或连续的字符组成，容易被猜到，请换一个。' },
  'account.real-name-needed': { status: 409, sentence: '请先在个人信息中心完成实名核验，再办理业务。' },
  'account.real-name-limit': { status: 429, sentence: '今天的实名核验次数已用完，请明天再试。' },
  'account.real-name-waiting': { status: 409, sentence: '实名核验正在进行，请等待结果，不必重复提交。' },
  'account.real-name-done': { status: 409, sentence: '您已通过实名核验，不必再次核验。' },
  'account.profile-incomplete': { status: 409, sentence: '请先补充民族信息，再办理业务。' },
} as const satisfies ProblemTable
