import { ERRORS_UNTIL_WARNING } from '@xingtan/domain/restriction-entry'
import { addWorkingDays } from '@xingtan/domain/working-day'
import type { Context, WorkTx } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { addJob } from '../../platform/jobs.ts'
import { problem } from '../../platform/problem.ts'
import { loadCalendar } from '../calendar/index.ts'
import { getOfficer } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { getEntryFor } from './get-entry-for.ts'
import { type Entry, recordReview } from './sql-entry.ts'
import { countCorrections, insertWarning } from './sql-warning.ts'

type Review =
  | { readonly entryId: string; readonly result: 'accept' }
  | { readonly entryId: string; readonly result: 'return'; readonly reason: string }

/** Two accepted corrections in a calendar year: the agency is warned and given a day to mend by (RES-3, domain §23 case 22). */
async function warnIfRepeated(tx: WorkTx, entry: Entry): Promise<void> {
  const year = Number(tx.today.slice(0, 4))
  if ((await countCorrections(tx, entry.agencyCode, year)) < ERRORS_UNTIL_WARNING) return
  const book = await loadPolicyBook(tx, entry.agencyCode)
  const { value: days } = book.resolve('restriction.mend-days', tx.today)
  const { day: mendBy } = addWorkingDays(await loadCalendar(tx), tx.today, days)
  const isNew = await insertWarning(tx, { agencyCode: entry.agencyCode, year, correctionId: entry.id, mendBy })
  if (isNew) tx.concerns('restriction-warning', `${entry.agencyCode}-${year}`, { correction: entry.id, mendBy })
}

async function record(tx: WorkTx, entry: Entry, review: Review): Promise<void> {
  const { personId } = getOfficer(tx)
  const accepted = entry.purpose === 'release' ? 'done' : 'effective'
  const state = review.result === 'accept' ? accepted : 'returned'
  const returnReason = review.result === 'return' ? review.reason : null
  try {
    const written = await recordReview(tx, { entryId: entry.id, state, personId, returnReason })
    if (written === 0) throw problem('restriction.not-pending')
  } catch (error) {
    if (violatedConstraint(error) === 'restriction_entries__in_force') throw problem('restriction.not-in-force')
    throw error
  }
}

/**
 * The second pair of eyes, one level up: accepted, an entry bars nationwide from this transaction on and holders and
 * running cases are matched at once; returned, it stops holding conclusions (RES-1, RES-6, S-074).
 */
export async function reviewRestriction(ctx: Context, input: Review): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx): Promise<{ done: true }> => {
    const entry = await getEntryFor(tx, 'review', { entryId: input.entryId, officer })
    await record(tx, entry, input)
    // A returned correction leaves the old entry as it was; the new one no longer holds anything.
    const touched = [entry.id, ...(entry.correctsId === null ? [] : [entry.correctsId])]
    for (const entryId of touched) {
      await addJob(tx, 'restriction.match', { entryId }, { dedupeKey: `restriction.match:${entryId}:${input.result}` })
    }
    if (input.result === 'accept') {
      for (const entryId of touched)
        await addJob(tx, 'exam-bar.report', { entryId }, { dedupeKey: `exam-bar:${entryId}` })
    }
    if (entry.purpose !== 'entry' && input.result === 'accept') await warnIfRepeated(tx, entry)
    tx.concerns('restriction', entry.id, { result: input.result, purpose: entry.purpose, kind: entry.kind })
    return { done: true }
  })
}
