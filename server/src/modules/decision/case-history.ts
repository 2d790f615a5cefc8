import type { TimelineEntry } from '@xingtan/contract/application'
import { VETTING_TITLES } from '@xingtan/domain/case-vetting'
import { listCaseTimeline } from '@xingtan/domain/case-timeline'
import type { CaseRecord, HistoryRow } from '../case/index.ts'

const WHO: Readonly<Record<HistoryRow['actorKind'], string>> = {
  applicant: '申请人',
  officer: '工作人员',
  system: '系统',
}

/** Words for one event; what a check found is never among them. */
function sentenceOf({ kind, data, message }: HistoryRow): string | null {
  if (message !== null) return message
  if (kind === 'vetting-recorded') {
    return data['check'] === 'crime' ? `${VETTING_TITLES.crime}。` : `${VETTING_TITLES.offence}。`
  }
  if (kind === 'reviewed') return data['opinion'] === 'pass' ? '审核意见为通过。' : '审核意见为不通过。'
  return null
}

/** The history of a case as the office reads it. */
export function toTimeline(record: CaseRecord, rows: readonly HistoryRow[]): TimelineEntry[] {
  const events = rows.map((row) => ({
    kind: row.kind,
    at: row.at,
    who: row.actorName ?? WHO[row.actorKind],
    sentence: sentenceOf(row),
  }))
  return listCaseTimeline(events, record)
}
