import type { Tx } from '../../platform/db.ts'
import { type RecordedCheck, type RestrictionQuestion, recordRestrictionCheck } from './sql.ts'

/** What the 限制库 said; `endsOn` is the last barred day, null for life. */
export type RestrictionAnswer =
  | { readonly checkId: string; readonly outcome: 'clear' }
  | {
      readonly checkId: string
      readonly outcome: 'barred' | 'held'
      readonly kind: string
      readonly endsOn: string | null
    }

function toAnswer(check: RecordedCheck): RestrictionAnswer {
  if (check.outcome === 'clear') return { checkId: check.id, outcome: 'clear' }
  return { checkId: check.id, outcome: check.outcome, kind: check.kind ?? '', endsOn: check.endsOn }
}

/**
 * Looks into the 限制库 for the legal day of this transaction and leaves a `restriction_checks` row, clear or not: asked
 * at start, at submit, at the conclusion and at numbering (APP-12, I-10). `held` means a pending entry: nobody is
 * refused on it, but no conclusion may be drawn. 教师法 art. 14; 教师资格条例 art. 18 to 20.
 */
export async function checkRestriction(tx: Tx, asked: RestrictionQuestion): Promise<RestrictionAnswer> {
  return toAnswer(await recordRestrictionCheck(tx, asked))
}
