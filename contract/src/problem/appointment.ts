import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of points, slots, 网上预约 and 排号. */
export const APPOINTMENT_PROBLEMS = {
  'point.changed': { status: 409, sentence: '这个确认点刚刚被别人修改过，请刷新页面后在新的内容上修改。' },
  'point.name-taken': { status: 409, sentence: '本机构已经有同名的确认点，请换一个名称。' },
  'point.hours-reversed': { status: 422, sentence: '{day}的结束时间不晚于开始时间，请重新填写。' },
  'point.hours-overlap': { status: 422, sentence: '{day}有两段时间互相重叠，请合并或改开。' },
  'point.active-reversed': { status: 422, sentence: '停用日期不晚于启用日期，请重新填写。' },
  'appointment.rule-missing': { status: 409, sentence: '这个确认点还没有放号规则，请先填写并保存放号规则。' },
  'appointment.no-window': {
    status: 409,
    sentence: '计划中还没有这个确认点的确认时间，请先在计划中安排，再生成时段。',
  },
  'appointment.not-offered': { status: 409, sentence: '这个确认点没有开放网上预约，请在确认时间内直接到场取号。' },
  'appointment.not-awaiting': {
    status: 409,
    sentence: '只有状态为“网报待确认”的申请可以预约，请在报名信息中查看目前的状态。',
  },
  'appointment.other-point': { status: 409, sentence: '这个时段不属于您选择的确认点，请刷新页面后重新选择。' },
  'appointment.slot-gone': { status: 409, sentence: '这个时段已经取消，请刷新页面后选择其他时段。' },
  'appointment.slot-past': { status: 409, sentence: '这个时段已经开始，不能再预约，请选择之后的时段。' },
  'appointment.slot-full': { status: 409, sentence: '这个时段刚刚约满，请选择其他时段。' },
  'appointment.slot-not-released': {
    status: 409,
    sentence: '这个时段还没有开放先约先得，请在开放后预约，或选择其他时段。',
  },
  'appointment.outside-window': { status: 409, sentence: '这个时段不在确认时间内，请选择确认时间内的时段。' },
  'appointment.already-booked': { status: 409, sentence: '您已经有一个预约，请改约或先取消后再预约。' },
  'appointment.in-line': {
    status: 409,
    sentence: '您今天已经取号，请在现场等候叫号。今天不能办理的，请工作人员取消排号后再预约。',
  },
  'appointment.no-booking': { status: 409, sentence: '您目前没有有效的预约，请刷新页面查看。' },
  'appointment.same-slot': { status: 409, sentence: '您已经约在这个时段，请选择另一个时段。' },
  'appointment.cooling-down': {
    status: 409,
    sentence: '您多次取消或改约，为把时段留给其他申请人，请在 {until} 以后再预约；也可以在确认时间内直接到场取号。',
  },
  'appointment.draw-over': {
    status: 409,
    sentence: '这一天的抽签登记已经截止，请选择其他日期，或等抽签后预约剩余时段。',
  },
  'appointment.already-asked': { status: 409, sentence: '您已经登记了一次抽签，请等待结果，或先撤回后再登记。' },
  'appointment.no-request': { status: 409, sentence: '您目前没有等待抽签的登记，请刷新页面查看。' },
  'appointment.ticket-taken': {
    status: 409,
    sentence: '这位申请人今天已经取过号，号码是 {number} 号，请按这个号码等候。',
  },
  'appointment.case-not-found': {
    status: 404,
    sentence: '没有找到属于本确认点的件，请核对报名号或证件号码，或请申请人出示网上的报名信息。',
  },
  'appointment.several-cases': { status: 409, sentence: '这个号码对应多件申请，请改用报名号取号。' },
  'appointment.desk-unknown': { status: 422, sentence: '本确认点只有 {count} 个窗口，请选择自己的窗口号。' },
  'appointment.desk-busy': {
    status: 409,
    sentence: '{desk} 号窗口正在办理 {number} 号，请先办结、过号或转走这个号码。',
  },
  'appointment.ticket-changed': { status: 409, sentence: '这个号码的状态刚刚变了，请看最新的排队情况后再操作。' },
  'appointment.screen-over': { status: 404, sentence: '这个叫号屏的链接已经失效，请工作人员在排队叫号中重新打开。' },
  'appointment.agent-number-wrong': { status: 422, sentence: '代理人的证件号码不正确，请对照证件原件重新填写。' },
  'appointment.letter-needed': {
    status: 422,
    sentence: '没有查验授权委托书不能代办，请查验后勾选，或请申请人本人到场。',
  },
} as const satisfies ProblemTable
