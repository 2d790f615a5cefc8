import type { CaseView } from '@xingtan/contract/office/case'
import { VETTING_TITLES, type VettingKind } from '@xingtan/domain/case-vetting'
import type { CheckStanding } from '../vetting/index.ts'

type VettingState = CaseView['vetting'][number]

const SENTENCES: Readonly<Record<VettingState['state'], string>> = {
  'not-requested': '还没有发起。',
  requested: '已经发出，正在等待结果。',
  clear: '没有不得认定的情形。',
  hit: '有需要处理的情形，请核实后作出结论。',
  error: '没有得到结果，请重新发起。',
  stale: '结果已超过有效期，请重新发起。',
  purged: '结论作出已久，核查明细已按规定清除。',
}

const NEUTRAL = '请由有权限的人员查看。'

export interface VettingViewer {
  /** Only the two named roles read what was found (DEC-2). */
  readonly maySee: boolean
  readonly hasConsent: boolean
}

/** One outside check as this officer may see it: a finding looks like a missing answer to all others. */
export function toVettingState(kind: VettingKind, check: CheckStanding, viewer: VettingViewer): VettingState {
  const isHidden = check.standing === 'hit' && !viewer.maySee
  const state = isHidden ? 'error' : check.standing
  const lacksConsent = kind === 'offence' && !viewer.hasConsent && state !== 'clear'
  const open = lacksConsent ? '没有申请人的单独授权，不能查询；请退回，由申请人重新授权。' : SENTENCES[state]
  const sentence = state === 'error' && !viewer.maySee ? NEUTRAL : open
  return {
    kind,
    title: VETTING_TITLES[kind],
    state,
    requestedAt: check.request?.requestedAt.toISOString() ?? null,
    answeredAt: check.request?.answeredAt?.toISOString() ?? null,
    sentence,
  }
}

/** The 限制库 as it stands now: looked at afresh at the conclusion and at numbering. */
export function toRestrictionState(outcome: 'clear' | 'barred' | 'held', maySee: boolean): VettingState {
  const seen = { clear: 'clear', barred: 'hit', held: 'requested' } as const
  const sentences = {
    clear: '限制库中没有在期限内的记录。',
    barred: '限制库中有尚在期限内的记录，不能认定通过。',
    held: '限制库中有一条记录正在审核，暂时不能作出结论。',
  }
  const isHidden = outcome !== 'clear' && !maySee
  return {
    kind: 'restriction',
    title: '教师资格限制库',
    state: isHidden ? 'error' : seen[outcome],
    requestedAt: null,
    answeredAt: null,
    sentence: isHidden ? NEUTRAL : sentences[outcome],
  }
}
