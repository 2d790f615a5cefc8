export type VettingKind = 'crime' | 'offence'

interface VettingWords {
  readonly title: string
  readonly shortTitle: string
  readonly receiver: string
  readonly note: string
}

/** How the two bulk checks are spoken of. */
export const VETTING_WORDS: Readonly<Record<VettingKind, VettingWords>> = {
  crime: {
    title: '无犯罪记录核查',
    shortTitle: '无犯罪记录核查',
    receiver: '公安机关核查',
    note: '',
  },
  offence: {
    title: '性侵违法犯罪信息查询',
    shortTitle: '性侵信息查询',
    receiver: '查询机构查询',
    note: '查询依据是申请人在申报时单独作出的授权，查询记录会留痕。',
  },
}
