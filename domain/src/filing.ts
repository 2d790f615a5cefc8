import type { FilingContent, FilingKind } from '@xingtan/contract/office/filing'
import type { PlanKind } from '@xingtan/contract/plan-content'
import type { PolicyValues } from '@xingtan/contract/policy'
import { addDays } from './calendar-day.ts'

export type FilingRules = PolicyValues['filing.rules']

/** A round as far as filings go. */
export interface FilingRound {
  readonly opensOn: string
  /** The province's 公告发布时间 of the round, where it is set. */
  readonly announceBy: string | null
}

/** What an agency of this level files for a round: notices the province, 实施方案 whoever carries a recognition out. */
export function filingKindOf(level: string, work: PlanKind): Exclude<FilingKind, 'plan-table'> | null {
  if (level === 'province') return work === 'recognition' ? 'applicant-notice' : 'teacher-notice'
  return work === 'recognition' && (level === 'city' || level === 'county') ? 'scheme' : null
}

/**
 * The last day to hand in: the table by a day of its year, notices before plans are set, 实施方案 the day before the
 * announcement is published (教资字〔2020〕1号 二(一); 教办师〔2020〕81号 二(一)).
 */
export function filingDueOn(
  filing: { readonly kind: FilingKind; readonly year: number; readonly round: FilingRound | null },
  rules: FilingRules,
): string {
  const { kind, year, round } = filing
  if (kind === 'plan-table' || round === null) {
    // 02-29 is only a day in leap years.
    const [month = '02', day = '28'] = rules.planTableBy.split('-')
    return addDays(`${year}-${month}-01`, Number(day) - 1)
  }
  if (kind === 'scheme') return addDays(round.announceBy ?? addDays(round.opensOn, 1 - rules.schemeDaysBefore), -1)
  return addDays(round.opensOn, -rules.noticeDaysBefore)
}

/** Whether it was, or still is, handed in after its last day. */
export function isFilingLate(dueOn: string, handedInOn: string | null, today: string): boolean {
  return (handedInOn ?? today) > dueOn
}

const NOTICE = { title: '', documentNumber: '', issuedOn: null, text: '' }

/** What stands in a filing before anything is written. */
export function emptyFiling(kind: FilingKind): FilingContent {
  if (kind === 'plan-table') return { kind, head: '', batches: [], trainings: [] }
  if (kind !== 'scheme') return { kind, ...NOTICE }
  const leaders = { leader: '', deputy: '', head: '' }
  return { kind, ...leaders, stages: [], hospitals: [], points: [], safety: '', budgetAssured: null }
}
