import type { WorkTx } from '../../platform/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { problem } from '../../platform/problem.ts'
import { lockEntry, recordReview } from './sql-entry.ts'

interface ReviewedEntries {
  readonly entryIds: readonly string[]
  readonly personId: string
  /** Null accepts. */
  readonly returnReason: string | null
}

/**
 * Reviews entries that came in one list: each bars nationwide from this transaction on, or stops holding conclusions;
 * running cases and holders are matched at once. An entry that somebody reviewed on its own before stops the whole (RES-1).
 */
export async function reviewEntries(tx: WorkTx, { entryIds, personId, returnReason }: ReviewedEntries): Promise<void> {
  const result = returnReason === null ? 'accept' : 'return'
  const state = returnReason === null ? 'effective' : 'returned'
  for (const entryId of entryIds) {
    await lockEntry(tx, entryId)
    const written = await recordReview(tx, { entryId, state, personId, returnReason })
    if (written === 0) throw problem('restriction.not-pending')
    await addJob(tx, 'restriction.match', { entryId }, { dedupeKey: `restriction.match:${entryId}:${result}` })
  }
}
