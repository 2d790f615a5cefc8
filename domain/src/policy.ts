import { parsePolicyValue } from '@xingtan/contract/policy'
import type { PolicyKey, PolicyRow, PolicyValues } from '@xingtan/contract/policy'

/** What a resolved rule says, and the row it came from: a submitted case pins `version`, a refusal cites `source`. */
export interface ResolvedPolicy<Key extends PolicyKey> {
  readonly key: Key
  readonly version: string
  readonly scope: string
  readonly value: PolicyValues[Key]
  readonly source: string
}

/** No row of the key holds for these scopes on this day: the table is incomplete, nobody is to be refused for it. */
export class PolicyMissing extends Error {
  readonly key: PolicyKey
  readonly scopes: readonly string[]
  readonly day: string

  constructor(key: PolicyKey, scopes: readonly string[], day: string) {
    super(`no policy ${key} for ${scopes.join(', ')} on ${day}`)
    this.name = 'PolicyMissing'
    this.key = key
    this.scopes = scopes
    this.day = day
  }
}

type Dated = Pick<PolicyRow, 'key' | 'scope' | 'effectiveFrom' | 'effectiveTo' | 'value' | 'source'>

/** Names one row for ever: rows are closed and followed by new ones, never edited. */
export function policyVersion(row: Pick<Dated, 'key' | 'scope' | 'effectiveFrom'>): string {
  return `${row.key}@${row.scope}@${row.effectiveFrom}`
}

/** True when the row is in force on the day: the first day counts, the day in `effectiveTo` no longer does. */
export function isInForce(row: Pick<Dated, 'effectiveFrom' | 'effectiveTo'>, day: string): boolean {
  return row.effectiveFrom <= day && (row.effectiveTo === null || day < row.effectiveTo)
}

/** Keys whose row a case keeps from the day it is handed in; every other key is asked on the day of the step (ADM-3). */
export const PINNED_POLICIES = [
  'degree.minimum',
  'putonghua.floor',
  'area.bases',
  'retirement-age',
  'application.count-on',
  'photo.limits',
  'agreement.text',
  'promise.text',
  'confirmation.materials',
  'student.diploma-required-by',
  'medical.validity-days',
] as const satisfies readonly PolicyKey[]

/** True for a key whose row a submitted case keeps. */
export function isPinnedPolicy(key: PolicyKey): boolean {
  return PINNED_POLICIES.some((pinned) => pinned === key)
}

/**
 * The row a case was handed in under, by its version; a rule that begins later on the same day does not reach it.
 * `undefined` when no version of the key is pinned or its row is of another place.
 */
export function findPinnedPolicy<Key extends PolicyKey>(
  rows: readonly Dated[],
  key: Key,
  versions: readonly string[],
): ResolvedPolicy<Key> | undefined {
  const row = rows.find((one) => one.key === key && versions.includes(policyVersion(one)))
  if (row === undefined) return undefined
  const value = parsePolicyValue(key, row.value)
  return { key, version: policyVersion(row), scope: row.scope, value, source: row.source }
}

/**
 * The rule that holds on a day: the row of the most specific scope that has one in force. A row replaces the wider one
 * as a whole, nothing is merged.
 * @param scopes most specific first: agency, county, city, province, nation
 * @param day legal day in Asia/Shanghai
 * @throws PolicyMissing when no scope has a row; ZodError when the row does not fit its key
 */
export function resolvePolicy<Key extends PolicyKey>(
  rows: readonly Dated[],
  key: Key,
  scopes: readonly string[],
  day: string,
): ResolvedPolicy<Key> {
  for (const scope of scopes) {
    const row = rows.find((one) => one.key === key && one.scope === scope && isInForce(one, day))
    if (row === undefined) continue
    return { key, version: policyVersion(row), scope, value: parsePolicyValue(key, row.value), source: row.source }
  }
  throw new PolicyMissing(key, scopes, day)
}

/** Pairs of rows of one key and scope that are in force on a common day; a sound table has none. */
export function findOverlaps<Row extends Dated>(rows: readonly Row[]): (readonly [Row, Row])[] {
  const sorted = rows.toSorted((a, b) => compare(policyVersion(a), policyVersion(b)))
  return sorted.flatMap((first, index) =>
    sorted
      .slice(index + 1)
      .filter((second) => second.key === first.key && second.scope === first.scope && overlap(first, second))
      .map((second) => [first, second] as const),
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function overlap(a: Dated, b: Dated): boolean {
  const aEndsBefore = a.effectiveTo !== null && a.effectiveTo <= b.effectiveFrom
  const bEndsBefore = b.effectiveTo !== null && b.effectiveTo <= a.effectiveFrom
  return !aEndsBefore && !bEndsBefore
}
