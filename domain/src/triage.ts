import type { Lane } from '@xingtan/contract/office/material'
import type { OnlineDesk } from '@xingtan/contract/policy-online'
import { daysBetween } from './calendar-day.ts'
import type { ChecklistLine } from './case-checklist.ts'
import { shanghaiDay } from './shanghai-time.ts'

/** What a case handed in online has beside its checklist. */
export interface OnlineFacts {
  readonly lines: readonly ChecklistLine[]
  /** Codes of the lines that are a paper of their own. */
  readonly papers: ReadonlySet<string>
  /** Codes of the materials that have a file which is not rejected. */
  readonly filed: ReadonlySet<string>
  /** Whether a good medical conclusion is on record already. */
  readonly hasMedical: boolean
  readonly rule: Pick<OnlineDesk, 'notUploaded' | 'seenAtPoint' | 'freshDays'>
}

export interface TriagedLine {
  readonly code: string
  readonly title: string
  readonly source: string
  readonly result: ChecklistLine['result']
  readonly freshness: 'fresh' | 'stale' | 'none'
  /** What the person has to do about it. */
  readonly need: 'nothing' | 'upload' | 'amend' | 'visit'
}

export interface Triage {
  readonly lane: Lane
  readonly lines: readonly TriagedLine[]
}

function freshnessOf(line: ChecklistLine, freshDays: number, day: string): TriagedLine['freshness'] {
  if (line.checkedAt === null) return 'none'
  return daysBetween(shanghaiDay(line.checkedAt), day) <= freshDays ? 'fresh' : 'stale'
}

function needOf(line: ChecklistLine, facts: OnlineFacts, freshness: TriagedLine['freshness']): TriagedLine['need'] {
  const { rule, filed, hasMedical } = facts
  if (line.isRule) return line.result === 'fail' ? 'amend' : 'nothing'
  // The record under the rule has a line of its own, which says what is missing.
  if (line.result === 'pass' && freshness !== 'stale') return 'nothing'
  if (rule.seenAtPoint.includes(line.code)) return 'visit'
  if (line.code === 'medical-report' && hasMedical) return 'nothing'
  if (rule.notUploaded.includes(line.code) || filed.has(line.code)) return 'nothing'
  // A record without a paper of its own, such as a compared number that does not fit, is shown at the point.
  return facts.papers.has(line.code) ? 'upload' : 'visit'
}

/**
 * Sorts a case by what the sources say: 通过 asks nothing of the person, 需补材料 asks for files or a change of the
 * application, 需现场 asks for a visit. Each requirement is {source, result, freshness}; only what is red asks for
 * anything (domain §9.3). `day` is legal, Asia/Shanghai. 教资字〔2020〕1号 art. 1(1).
 */
export function triage(facts: OnlineFacts, day: string): Triage {
  const lines = facts.lines.map((line): TriagedLine => {
    const freshness = freshnessOf(line, facts.rule.freshDays, day)
    const { code, title, source, result } = line
    return { code, title, source: source ?? '人工核对', result, freshness, need: needOf(line, facts, freshness) }
  })
  const needs = new Set(lines.map(({ need }) => need))
  if (needs.has('visit')) return { lane: 'on-site', lines }
  return { lane: needs.has('upload') || needs.has('amend') ? 'supplement' : 'pass', lines }
}
