import type { PolicyRow } from '@xingtan/contract/policy'
import type { Refusal } from '@xingtan/contract/problem'

type Row = Pick<PolicyRow, 'scope' | 'effectiveFrom' | 'effectiveTo'>

/** A rule that is to begin, of one key; days in Asia/Shanghai. */
export type NewRule = Row

/**
 * Why a rule may not begin as proposed; empty means it may. Rows are append-only: the row in force ends where the new
 * one begins, a past day is never touched, a rule that is announced already is not overlapped, and the nation is never
 * without a rule (ADM-3). Principle of 立法法 art. 104: rules do not reach back.
 * @param rows rows of the same key and scope
 * @param today legal day on which the proposal is made or approved
 */
export function refuseNewRule(rows: readonly Row[], rule: NewRule, today: string): Refusal[] {
  const refusals: Refusal[] = []
  const { effectiveFrom, effectiveTo, scope } = rule
  if (effectiveFrom < today) refusals.push({ code: 'policy.starts-in-past', field: 'effectiveFrom' })
  if (effectiveTo !== null && effectiveTo <= effectiveFrom) {
    refusals.push({ code: 'policy.ends-before-start', field: 'effectiveTo' })
  }
  if (rows.some((row) => row.effectiveFrom === effectiveFrom)) {
    refusals.push({ code: 'policy.starts-same-day', field: 'effectiveFrom' })
  }
  const [next] = rows
    .map((row) => row.effectiveFrom)
    .filter((day) => day > effectiveFrom)
    .toSorted()
  if (next !== undefined && (effectiveTo === null || effectiveTo > next)) {
    refusals.push({ code: 'policy.overlaps-later', field: 'effectiveTo', values: { startsOn: next } })
  }
  if (scope === 'nation' && effectiveTo !== null && effectiveTo !== next) {
    refusals.push({ code: 'policy.nation-needs-rule', field: 'effectiveTo' })
  }
  return refusals
}

/**
 * Why a rule may not end on a day; empty means it may. Only an open end may be set, and only ahead of today, so that no
 * day that has been lived under the rule is lost (ADM-3).
 */
export function refuseRuleEnd(
  rows: readonly Row[],
  end: { readonly scope: string; readonly effectiveFrom: string; readonly effectiveTo: string },
  today: string,
): Refusal[] {
  const row = rows.find((one) => one.effectiveFrom === end.effectiveFrom)
  if (row === undefined || row.effectiveTo !== null) return [{ code: 'policy.no-open-rule' }]
  const refusals: Refusal[] = []
  if (end.effectiveTo <= today || end.effectiveTo <= end.effectiveFrom) {
    refusals.push({ code: 'policy.end-not-ahead', field: 'effectiveTo' })
  }
  if (end.scope === 'nation') refusals.push({ code: 'policy.nation-needs-rule', field: 'effectiveTo' })
  return refusals
}

/** 依据待核: the source itself says that it is not proven. */
export function isUnproven(source: string): boolean {
  return source.includes('依据待核')
}
