import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around the evidence records of the personal centre. */
export const EVIDENCE_PROBLEMS = {
  'evidence.held': {
    status: 409,
    sentence: '这条信息正被报名号 {registrationNumber} 的申请使用，不能更改或删除；请先撤回那份申请。',
  },
  'evidence.verified': { status: 409, sentence: '这条信息已经核验通过，不必再次核验。' },
  'evidence.waiting': { status: 409, sentence: '这条信息正在核验，请等待结果，不必重复提交。' },
  'evidence.diploma-running': {
    status: 409,
    sentence: '这名申请人的毕业证书正在核验，请等待结果后再核验其他编号。',
  },
  'evidence.putonghua-number-wrong': {
    status: 422,
    sentence: '普通话证书编号不正确，请对照证书逐位核对后重新填写。',
  },
} as const satisfies ProblemTable
