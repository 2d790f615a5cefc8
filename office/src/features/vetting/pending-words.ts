import type { PendingVetting } from '@xingtan/contract/office/vetting'

/** Cases without a named police office go by the exchange of the nation. */
export const COMMON_OFFICE = '统一核查接口'

/** Why a case is listed and since when, in one short phrase. */
export function whyText({ why, days }: Pick<PendingVetting, 'why' | 'days'>): string {
  if (why === 'stale') return `结果已 ${days} 天，超过有效期`
  return why === 'error' ? `${days} 天前没有得到结果` : `受理 ${days} 天，未核查`
}

export interface OfficeCount {
  readonly name: string
  readonly count: number
  /** Of the one that waits longest. */
  readonly longestDays: number
}

/** How many wait at each police office, the one with the oldest case first. */
export function countByOffice(rows: readonly PendingVetting[]): OfficeCount[] {
  const counts = new Map<string, OfficeCount>()
  for (const { policeOfficeName, days } of rows) {
    const name = policeOfficeName ?? COMMON_OFFICE
    const known = counts.get(name) ?? { name, count: 0, longestDays: 0 }
    counts.set(name, { name, count: known.count + 1, longestDays: Math.max(known.longestDays, days) })
  }
  return [...counts.values()].toSorted((a, b) => b.longestDays - a.longestDays)
}
