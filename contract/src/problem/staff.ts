import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of the office sign-in (one sentence for every cause, so that nothing can be learnt from it) and of office people. */
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
  'staff.document-number-wrong': { status: 422, sentence: '证件号码不正确，请核对证件类型和号码。' },
  'staff.name-wrong': { status: 422, sentence: '姓名须与证件一致，请只填写汉字和间隔号。' },
  'staff.person-present': { status: 409, sentence: '这个人已经登记，请在人员列表中打开后办理，不要重复登记。' },
  'staff.person-elsewhere': {
    status: 409,
    sentence: '这个人在其他机构仍是在岗人员，请先由原机构办理离岗，再由本机构登记。',
  },
  'staff.person-unknown': { status: 404, sentence: '没有找到这个人，或者不在您的管理范围内，请从人员列表重新进入。' },
  'staff.person-left': { status: 409, sentence: '这个人已经离岗，请重新登记后再办理。' },
  'staff.filing-waiting': { status: 409, sentence: '这个人已有一项备案申请待办，请等待备案机构处理后再提出。' },
  'staff.renewal-row': {
    status: 409,
    sentence: '第 {row} 位人员没有可以续期的备案，或已有一项申请待办，请取消选择后重新提交。',
  },
  'staff.own-key': { status: 403, sentence: '不能登记自己的密钥或给自己发送激活码，请由另一位用户管理人员办理。' },
  'staff.filing-decided': { status: 409, sentence: '这项备案申请已经处理，请刷新页面查看结果。' },
  'staff.filing-foreign': { status: 403, sentence: '这项备案不由本机构办理，请由{agency}办理。' },
  'staff.filing-own': {
    status: 409,
    sentence: '备案不能由提出人或本人办理，请由备案机构的另一位用户管理人员办理。',
  },
  'staff.filing-from-past': { status: 422, sentence: '备案起始日期不能早于今天，请重新选择。' },
  'staff.filing-until-early': { status: 422, sentence: '备案截止日期不能早于起始日期或已有的截止日期，请重新选择。' },
  'staff.filing-until-late': { status: 422, sentence: '备案截止日期最晚到 {latest}，请重新选择。' },
  'staff.outside-scope': { status: 403, sentence: '这个机构不在您的管理范围内，请选择本机构或下级机构。' },
  'staff.own-roles': { status: 403, sentence: '不能给自己开通用户或调整角色，请由另一位用户管理人员办理。' },
  'staff.administrator-from-above': {
    status: 403,
    sentence: '系统、安全和审计管理员由上级机构的用户管理人员指定，请联系上级机构。',
  },
  'staff.roles-exclusive': {
    status: 409,
    sentence: '系统、安全和审计管理员只能担任这一个角色，一人的全部用户合并计算，请先停用其他角色。',
  },
  'staff.point-needed': { status: 422, sentence: '确认用户须属于一个确认点，请选择确认点。' },
  'staff.point-foreign': { status: 422, sentence: '所选确认点不属于这个机构，请重新选择。' },
  'staff.username-taken': { status: 409, sentence: '这个用户名已经使用，请换一个。' },
  'staff.key-taken': { status: 409, sentence: '这个密钥序列号已经登记过，请核对序列号或更换密钥。' },
  'staff.key-revoked': { status: 409, sentence: '这个密钥已经停用，请刷新页面查看。' },
  'staff.user-disabled': { status: 409, sentence: '这个用户已经停用，请先恢复使用再办理。' },
  'staff.user-enabled': { status: 409, sentence: '这个用户正在使用，请刷新页面查看。' },
  'staff.own-user': { status: 403, sentence: '不能停用自己的用户或办理自己的离岗，请由另一位用户管理人员办理。' },
  'staff.phone-missing': { status: 409, sentence: '这个人还没有备案的手机号码，请先提出信息变更并备案。' },
  'staff.activation-refused': {
    status: 401,
    sentence: '用户名或激活码不正确，或激活码已过期，请核对或请管理员重新发送。',
  },
  'staff.password-too-short': { status: 422, sentence: '密码至少 {minimum} 个字，请换一个更长的密码。' },
  'staff.password-too-long': { status: 422, sentence: '密码不能超过 128 个字，请缩短。' },
  'staff.password-weak': { status: 422, sentence: '这个密码太常见或容易被猜到，请换一个。' },
  'staff.delegation-own': { status: 422, sentence: '不能委托给自己，请选择另一位同事。' },
  'staff.delegation-roles': {
    status: 422,
    sentence: '只能委托您自己持有的角色，用户管理和管理员角色不能委托，请重新选择。',
  },
  'staff.delegation-person': {
    status: 422,
    sentence: '受托人须是同一机构、同一确认点且已备案的用户，管理员不能受托，请重新选择。',
  },
  'staff.delegation-interval': { status: 422, sentence: '委托的结束时间须晚于开始时间和现在，请重新填写。' },
  'staff.delegation-over': { status: 409, sentence: '这项委托已经结束，请刷新页面查看。' },
} as const satisfies ProblemTable
