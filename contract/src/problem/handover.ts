import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of the 交接清单. */
export const HANDOVER_PROBLEMS = {
  'handover.same-person': { status: 422, sentence: '移交人和接收人须是两个人，请重新选择接收人。' },
  'handover.party-unknown': { status: 422, sentence: '移交人和接收人须是本机构的用户，请重新选择。' },
  'handover.receiver-gone': { status: 422, sentence: '接收人的用户已停用或备案不在有效期内，请选择另一位接收人。' },
  'handover.giver-gone': {
    status: 422,
    sentence: '移交人已经停用，岗位调整的交接须由本人签字，请改选“离岗”作为交接原因。',
  },
  'handover.due-past': { status: 422, sentence: '办结期限不能早于今天（{today}），请重新填写。' },
  'handover.open-already': { status: 409, sentence: '这位移交人已有一份没有办结的交接清单，请先办结或撤销。' },
  'handover.over': { status: 409, sentence: '这份交接清单已经办结或撤销，请刷新页面查看。' },
  'handover.signed': {
    status: 409,
    sentence: '这份交接清单已有一方签字，内容不能再修改；如需修改，请撤销后重新发起。',
  },
  'handover.changed': { status: 409, sentence: '交接清单的内容刚刚有了变化，请刷新页面核对后再签字。' },
  'handover.not-party': { status: 403, sentence: '这份交接清单须由移交人和接收人本人签字，请联系本机构用户管理人员。' },
  'handover.signed-already': { status: 409, sentence: '您已经在这份交接清单上签字，请等待另一方签字。' },
  'handover.giver-present': { status: 409, sentence: '移交人仍可登录，须由本人签字，请通知移交人办理。' },
  'handover.in-place-reason': { status: 422, sentence: '代离岗人员办理移交须写明原因，请填写代办原因。' },
} as const satisfies ProblemTable
