import { randomUUID } from 'node:crypto'
import type { RestrictionPurpose } from '@xingtan/contract/office/restriction'
import type { OfficerActor } from '../../platform/actor.ts'
import type { WorkTx } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { addJob } from '../../platform/jobs.ts'
import { problem } from '../../platform/problem.ts'
import { type NewEntry, getReviewAgency, insertEntry } from './sql-entry.ts'

type Written = Omit<NewEntry, 'id' | 'agencyCode' | 'reviewAgencyCode' | 'enteredBy' | 'purpose'>

/** Writes a pending entry for the level above and queues the matching of running cases (RES-1, RES-6). */
export async function saveEntry(
  tx: WorkTx,
  officer: OfficerActor,
  { purpose, entry }: { readonly purpose: RestrictionPurpose; readonly entry: Written },
): Promise<{ entryId: string; reviewAgencyName: string }> {
  const review = await getReviewAgency(tx, officer.agencyCode)
  const id = randomUUID()
  try {
    await insertEntry(tx, {
      ...entry,
      id,
      purpose,
      agencyCode: officer.agencyCode,
      reviewAgencyCode: review.code,
      enteredBy: officer.personId,
    })
  } catch (error) {
    const constraint = violatedConstraint(error)
    if (constraint === 'restriction_entries__one_decision') throw problem('restriction.already-entered')
    if (constraint === 'restriction_entries__one_correction') throw problem('restriction.not-in-force')
    throw error
  }
  await addJob(tx, 'restriction.match', { entryId: id }, { dedupeKey: `restriction.match:${id}:pending` })
  tx.concerns('restriction', id, { purpose, kind: entry.kind, corrects: entry.correctsId, review: review.code })
  return { entryId: id, reviewAgencyName: review.name }
}
