import type { InputOf } from '@xingtan/contract/endpoint'
import type { reviewExamImportEndpoint } from '@xingtan/contract/office/exam-bar'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { reviewEntries } from '../restriction/index.ts'
import { listRowsOf, lockImport, markImportReviewed } from './sql.ts'

/** The second person accepts or returns a whole list; accepted, each entry bars and is matched at once (INT-4, RES-1, RES-6). */
export async function reviewExamImport(
  ctx: Context,
  input: InputOf<typeof reviewExamImportEndpoint>,
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const stored = await lockImport(tx, input.importId)
    if (stored === undefined) throw problem('request.not-found')
    if (stored.state !== 'pending') throw problem('exam-bar.not-pending')
    if (stored.reviewAgencyCode !== officer.agencyCode) {
      throw problem('restriction.other-level', { values: { agency: stored.reviewAgencyName } })
    }
    if (stored.enteredBy === officer.personId) throw problem('restriction.same-person')
    const entryIds = (await listRowsOf(tx, stored.id)).flatMap(({ entryId }) => entryId ?? [])
    const returnReason = input.result === 'return' ? input.reason : null
    const { personId } = officer
    await reviewEntries(tx, { entryIds, personId, returnReason })
    const state = returnReason === null ? 'accepted' : 'returned'
    await markImportReviewed(tx, { id: stored.id, state, personId, returnReason })
    tx.concerns('exam-bar-import', stored.id, { state, entries: entryIds.length })
    return { done: true }
  })
}
