import type { Tx } from '../../platform/db.ts'
import { type RestrictionCase, listRestrictionOutcomes, recordRestrictionChecks } from './sql.ts'

export interface CheckedCase {
  readonly checkId: string
  readonly outcome: 'clear' | 'barred' | 'held'
}

/** `checkRestriction` for many cases at the conclusion or at numbering: one row for each, in one statement (I-10). */
export async function checkRestrictions(
  tx: Tx,
  moment: 'conclusion' | 'numbering',
  cases: readonly RestrictionCase[],
): Promise<ReadonlyMap<string, CheckedCase>> {
  const checks = await recordRestrictionChecks(tx, moment, cases)
  return new Map(checks.map(({ id, applicationId, outcome }) => [applicationId, { checkId: id, outcome }]))
}

/** What the look would say, without leaving a row: for showing and for dry runs. */
export async function previewRestrictions(
  tx: Tx,
  cases: readonly RestrictionCase[],
): Promise<ReadonlyMap<string, CheckedCase['outcome']>> {
  const outcomes = await listRestrictionOutcomes(tx, cases)
  return new Map(outcomes.map(({ applicationId, outcome }) => [applicationId, outcome]))
}
