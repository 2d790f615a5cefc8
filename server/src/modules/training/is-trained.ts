import type { TrainingKind } from '@xingtan/contract/office/training'
import { trainedSince } from '@xingtan/domain/training'
import type { Tx } from '../../platform/db.ts'
import { type PolicyBook, loadPolicyBook } from '../policy/index.ts'
import { findYearlyTraining, isPersonTrained, listUntrainedOfPoints } from './sql-trained.ts'

/** Whether somebody has a training of this kind that counts on this day, by the rules of an agency (PLN-7). */
export async function isTrained(
  tx: Tx,
  personId: string,
  asked: { readonly kind: TrainingKind; readonly day: string; readonly book: PolicyBook },
): Promise<boolean> {
  const { kind, day, book } = asked
  const since = trainedSince(day, book.resolve('training.rules', day).value)
  return isPersonTrained(tx, personId, { kind, since, until: day })
}

/** Names of the confirm users without a valid training on a day, by point of the agency. */
export async function listUntrained(
  tx: Tx,
  agencyCode: string,
  day: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { value } = (await loadPolicyBook(tx, agencyCode)).resolve('training.rules', day)
  const rows = await listUntrainedOfPoints(tx, agencyCode, { since: trainedSince(day, value), until: day })
  return new Map(rows.map(({ pointId, names }) => [pointId, names]))
}

/** Whether a training of the whole province is on record for a year (教资字〔2020〕1号 一(五)). */
export function hasYearlyTraining(tx: Tx, agencyCode: string, year: number): Promise<boolean> {
  return findYearlyTraining(tx, agencyCode, year)
}
