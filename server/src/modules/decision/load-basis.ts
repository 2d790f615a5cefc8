import { listUnproven } from '@xingtan/domain/case-checklist'
import type { RecognitionFacts } from '@xingtan/domain/decision'
import type { Tx } from '../../platform/db.ts'
import { type CaseChecklist, type CaseRecord, checklistOf, listUsedRecords } from '../case/index.ts'
import { type Confirmation, listLastConfirmations } from '../confirmation/index.ts'
import type { PolicyBook } from '../policy/index.ts'
import { type CaseVetting, loadVetting } from '../vetting/index.ts'
import { type Review, listLastReviews, listPhotoHashes } from './sql.ts'

/** Everything a conclusion of one case rests on, as it stands in this transaction. */
export interface ConclusionBasis {
  readonly facts: RecognitionFacts
  readonly vetting: CaseVetting
  readonly review: Review | undefined
  /** The newest word of the desk, whichever way it went. */
  readonly confirmation: Confirmation | undefined
  readonly checklist: CaseChecklist
}

function medicalOf(confirmation: Confirmation | undefined): RecognitionFacts['medical'] {
  if (confirmation === undefined) return null
  const { medicalConclusion, examinedOn } = confirmation
  return medicalConclusion === null || examinedOn === null ? null : { conclusion: medicalConclusion, examinedOn }
}

/** Loads the basis of many cases in five statements, however many they are. */
export async function loadBasis(
  tx: Tx,
  records: readonly CaseRecord[],
  book: PolicyBook,
  barOf: (applicationId: string) => RecognitionFacts['bar'],
): Promise<(applicationId: string) => ConclusionBasis> {
  const ids = records.map(({ id }) => id)
  const used = await listUsedRecords(tx, ids)
  const vettingOf = await loadVetting(tx, ids, book)
  const confirmations = await listLastConfirmations(tx, ids)
  const reviews = await listLastReviews(tx, ids)
  const photos = await listPhotoHashes(tx, ids)
  const medicalValidityDays = book.resolve('medical.validity-days', tx.today).value
  const bases = records.map((record): [string, ConclusionBasis] => {
    const confirmation = confirmations.find((one) => one.applicationId === record.id)
    const accepted = confirmation?.result === 'accepted' ? confirmation : undefined
    const own = used.filter((one) => one.applicationId === record.id)
    const checklist = checklistOf(record, own, book)
    const vetting = vettingOf(record.id)
    const facts: RecognitionFacts = {
      crime: vetting.crime.standing,
      offence: vetting.offence.standing,
      crimeMaxAgeDays: vetting.crimeMaxAgeDays,
      offenceMaxAgeDays: vetting.offenceMaxAgeDays,
      diplomaRequired: record.diplomaRequired,
      hasDiploma: record.diplomaEvidenceId !== null,
      medical: medicalOf(accepted),
      medicalValidityDays,
      bar: barOf(record.id),
      photoIsFrozen: record.photoHash !== null && photos.some((p) => p.id === record.id && p.hash === record.photoHash),
      unproven: listUnproven(checklist.lines, accepted?.judgements ?? []),
    }
    const review = reviews.find((one) => one.applicationId === record.id)
    return [record.id, { facts, vetting, review, confirmation, checklist }]
  })
  const byId = new Map(bases)
  return (applicationId) => {
    const basis = byId.get(applicationId)
    if (basis === undefined) throw new Error('asked for the basis of a case that was not loaded')
    return basis
  }
}
