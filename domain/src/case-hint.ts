/** What of a listed case may need attention. */
export interface HintFacts {
  readonly isWithdrawn: boolean
  /** `purpose:state` of every record that its source has not proven. */
  readonly unproven: readonly string[]
  readonly hasVettingHit: boolean
  readonly review: 'pass' | 'fail' | null
}

const RECORD_NAMES: Readonly<Record<string, string>> = {
  'exam-proof': '合格证明',
  putonghua: '普通话证书',
  enrolment: '学籍',
  education: '学历',
  degree: '学位',
  diploma: '毕业证书',
}

const STATE_WORDS: Readonly<Record<string, string>> = {
  waiting: '待核验',
  'source-down': '待核验',
  limited: '待核验',
  mismatch: '不一致',
  'not-found': '未查到',
}

/** Short words for a list; what a source has not answered yet is no fault of the person (S-154). */
export function listHints(facts: HintFacts): string[] {
  const records = facts.unproven.map((text) => {
    const [purpose = '', state = ''] = text.split(':')
    return `${RECORD_NAMES[purpose] ?? '材料'}${STATE_WORDS[state] ?? '待核验'}`
  })
  return [
    ...(facts.isWithdrawn ? ['已撤回'] : []),
    ...(facts.hasVettingHit ? ['核查结果需处理'] : []),
    ...(facts.review === 'fail' ? ['审核意见为不通过'] : []),
    ...new Set(records),
  ]
}
