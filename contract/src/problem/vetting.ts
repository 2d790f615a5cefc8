import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around the no-crime check and the sexual-offence query. */
export const VETTING_PROBLEMS = {
  'vetting.row-not-now': {
    status: 409,
    sentence: '所选的第 {row} 份申请不在待认定审批状态，整批都没有发出，请去掉这一份后重试。',
  },
  'vetting.row-running': {
    status: 409,
    sentence: '所选的第 {row} 份申请正在核查，整批都没有发出，请去掉这一份后重试。',
  },
  'vetting.row-fresh': {
    status: 409,
    sentence: '所选的第 {row} 份申请已有有效期内的核查结果，整批都没有发出，请去掉这一份后重试。',
  },
  'vetting.row-without-consent': {
    status: 409,
    sentence:
      '所选的第 {row} 份申请没有本人对性侵违法犯罪信息查询的单独授权，整批都没有发出；请去掉这一份，并退回由申请人重新授权。',
  },
  'vetting.running': { status: 409, sentence: '核查正在进行，请等待结果。' },
  'vetting.fresh': { status: 409, sentence: '两项核查都有有效期内的结果，请直接进行审核。' },
} as const satisfies ProblemTable
