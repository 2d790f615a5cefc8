import type { CaseView, CheckLine } from '@xingtan/contract/office/case'
import { type ExplainedReason, explainReasons } from '@xingtan/domain/case-reason'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import {
  type CaseChecklist,
  type CaseRecord,
  findHeldCase,
  listCaseRows,
  listCases,
  listHistory,
  maySeeVetting,
  toCaseRow,
} from '../case/index.ts'
import { findCertificateOfCase } from '../certificate/index.ts'
import type { Confirmation } from '../confirmation/index.ts'
import { makeFileLink } from '../file/index.ts'
import { type PolicyBook, loadPolicyBook } from '../policy/index.ts'
import { previewRestrictions } from '../restriction/index.ts'
import { hasOffenceConsent } from '../vetting/index.ts'
import { listActions } from './case-actions.ts'
import { toTimeline } from './case-history.ts'
import { type ConclusionBasis, loadBasis } from './load-basis.ts'
import { findDecision } from './sql-conclusion.ts'
import { findNextCase } from './sql-work.ts'
import { toRestrictionState, toVettingState } from './vetting-view.ts'

function toCheckLines({ lines }: CaseChecklist, confirmation: Confirmation | undefined): CheckLine[] {
  return lines.map(({ code, title, requirement, result, found, source, checkedAt, basis, needsHuman }) => {
    const judgement = confirmation?.judgements.find((one) => one.code === code)
    const said =
      confirmation === undefined || judgement === undefined
        ? null
        : {
            accepted: judgement.accepted,
            note: judgement.note,
            by: confirmation.decidedByName,
            at: confirmation.decidedAt.toISOString(),
          }
    const machine = { result, found, source, at: checkedAt?.toISOString() ?? null }
    return { code, title, requirement, machine, human: said, basis, needsHuman }
  })
}

function toMedical(confirmation: Confirmation | undefined): CaseView['medical'] {
  if (confirmation === undefined) return null
  const { medicalConclusion, examinedOn, hospital } = confirmation
  if (medicalConclusion === null || examinedOn === null || hospital === null) return null
  return { conclusion: medicalConclusion, examinedOn, hospital }
}

function toReview({ review }: ConclusionBasis): CaseView['review'] {
  if (review === undefined) return null
  const { opinion, note, reviewerName, reviewedAt } = review
  return { opinion, note, by: reviewerName, at: reviewedAt.toISOString() }
}

/** Reasons of a refusal: those of the conclusion, else those of the desk. */
async function loadReasons(
  tx: Tx,
  record: CaseRecord,
  book: PolicyBook,
  confirmation: Confirmation | undefined,
): Promise<ExplainedReason[]> {
  const decision = await findDecision(tx, record.id)
  const refusedAtDesk = record.confirmation === 'refused' ? (confirmation?.reasons ?? []) : []
  return explainReasons(decision?.reasons ?? refusedAtDesk, book.resolve('refusal.reasons', tx.today).value)
}

/** Which case, who looks, and what of it they may not see. */
export interface CaseReading {
  readonly applicationId: string
  readonly officer: OfficerActor
  /** From an upper level: no pictures, no findings, no acts (S-050). */
  readonly isAbove: boolean
}

/** One case with everything to judge it on one screen, if it is in reach of the transaction. */
export async function describeCase(ctx: Context, tx: Tx, reading: CaseReading): Promise<CaseView | undefined> {
  const { applicationId } = reading
  const held = reading.isAbove ? undefined : await findHeldCase(tx, applicationId)
  const [record] = held === undefined ? await listCases(tx, [applicationId]) : [held]
  const [row] = await listCaseRows(tx, [applicationId])
  if (record === undefined || row === undefined) return undefined
  // An upper level, or an office that is asked to take the case: both read and do nothing.
  const isAbove = held === undefined
  const officer: OfficerActor = isAbove ? { ...reading.officer, roles: [] } : reading.officer
  const book = await loadPolicyBook(tx, record.agencyCode)
  const { accountId, personIndex } = record
  const bars = await previewRestrictions(tx, [{ applicationId, accountId, personIndex }])
  const bar = bars.get(applicationId) ?? 'held'
  const basis = (await loadBasis(tx, [record], book, () => bar))(applicationId)
  const { confirmation, checklist } = basis
  const certificate = await findCertificateOfCase(tx, applicationId)
  const maySee = maySeeVetting(officer)
  const viewer = { maySee, hasConsent: await hasOffenceConsent(tx, applicationId) }
  const reasons = await loadReasons(tx, record, book, confirmation)
  const linkOf = (fileId: string) => (isAbove ? null : makeFileLink(ctx.crypto, ctx.actor, fileId, tx.now))
  return {
    row: toCaseRow(ctx.crypto, officer, row),
    version: record.version,
    groups: record.snapshot.groups,
    photoUrl: linkOf(record.photoFileId),
    signatureUrl: linkOf(record.signatureFileId),
    checklist: toCheckLines(checklist, confirmation),
    materials: checklist.materials.map(({ code, name, why, needed }) => ({ code, name, why, needed })),
    medical: toMedical(confirmation),
    vetting: [
      toVettingState('crime', basis.vetting.crime, viewer),
      toVettingState('offence', basis.vetting.offence, viewer),
      toRestrictionState(bar, maySee),
    ],
    review: toReview(basis),
    reasons: reasons.map(({ code, title, note, basis: clause }) => ({ code, title, note, basis: clause })),
    certificate:
      certificate === undefined
        ? null
        : { certificateId: certificate.id, number: certificate.number, issuedOn: certificate.issuedOn },
    timeline: toTimeline(record, await listHistory(tx, applicationId)),
    actions: await listActions(tx, officer, record, basis),
    heldOn: record.heldOn,
    isOffered: isAbove && !reading.isAbove,
    nextApplicationId: isAbove || record.stage === 'closed' ? null : await findNextCase(tx, record),
  }
}
