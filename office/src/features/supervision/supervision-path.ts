import { BelowDue } from '@xingtan/contract/office/supervision'

export const BELOW_DUE_TITLES: Readonly<Record<BelowDue, string>> = {
  escalated: '逾期多日',
  overdue: '已逾期',
  today: '今日到期',
  week: '本周到期',
}

/** Address of the cases of one agency below, filtered by due day or not. */
export function casesPath(agencyCode: string, due?: BelowDue): string {
  return `/supervision/agencies/${agencyCode}/cases${due === undefined ? '' : `?due=${due}`}`
}

/** Address of the board of one agency. */
export function boardPath(agencyCode: string): string {
  return `/supervision/agencies/${agencyCode}`
}

/** The due filter as it stands in the address; a word that is none is left out. */
export function parseDue(search: URLSearchParams): BelowDue | undefined {
  return BelowDue.optional()
    .catch(undefined)
    .parse(search.get('due') ?? undefined)
}
