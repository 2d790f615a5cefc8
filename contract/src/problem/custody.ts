import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of the custodian register. */
export const CUSTODY_PROBLEMS = {
  'custody.registered-already': { status: 409, sentence: '这个编号已经登记过，请核对编号或在登记表中查找。' },
  'custody.keeper-unknown': { status: 422, sentence: '保管人须是本机构的在岗人员，请重新选择。' },
  'custody.keeper-same': { status: 409, sentence: '这个人正在保管这件物品，请选择另一位保管人。' },
  'custody.changed': { status: 409, sentence: '这件物品的保管人刚刚有了变化，请刷新页面查看后再办理。' },
  'custody.retired': { status: 409, sentence: '这件物品已经停用，不能再移交，请刷新页面查看。' },
  'custody.regime-filed': { status: 409, sentence: '{year} 年的安全管理制度已经备案，请刷新页面查看。' },
} as const satisfies ProblemTable
