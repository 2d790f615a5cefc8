import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { reviewCaseEndpoint } from '@xingtan/contract/office/case'
import type { Refusal } from '@xingtan/contract/problem'
import { refuseReasons } from '@xingtan/domain/case-reason'
import { refuseRecognition } from '@xingtan/domain/decision'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { type CaseRecord, appendCaseEvents, getOfficer, lockCaseFor } from '../case/index.ts'
import { type PolicyBook, loadPolicyBook } from '../policy/index.ts'
import { previewRestrictions } from '../restriction/index.ts'
import { loadBasis } from './load-basis.ts'
import { insertReview, markReviewed } from './sql.ts'

type ReviewCase = InputOf<typeof reviewCaseEndpoint>

/** A review that says yes needs everything a recognition needs, the second person alone excepted. */
async function refusePass(tx: Tx, record: CaseRecord, book: PolicyBook): Promise<Refusal[]> {
  const { id: applicationId, accountId, personIndex } = record
  const bars = await previewRestrictions(tx, [{ applicationId, accountId, personIndex }])
  const basisOf = await loadBasis(tx, [record], book, (id) => bars.get(id) ?? 'held')
  return refuseRecognition(basisOf(applicationId).facts, tx.today)
}

function refuseFail(input: ReviewCase): Refusal[] {
  const hasWords = input.note !== null && input.note.trim() !== ''
  return input.reasons.length === 0 && !hasWords ? [{ code: 'decision.reason-needed', field: 'reasons' }] : []
}

/** First pair of eyes (DEC-3): an opinion with its reasons; a later opinion replaces an earlier one, both are kept. */
export async function reviewCase(ctx: Context, input: ReviewCase): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'review' })
    const book = await loadPolicyBook(tx, officer.agencyCode)
    const catalogue = book.resolve('refusal.reasons', tx.today).value
    throwIfRefused([
      ...refuseReasons(input.reasons, catalogue, 'conclude'),
      ...(input.opinion === 'pass' ? await refusePass(tx, record, book) : refuseFail(input)),
    ])
    const reviewId = randomUUID()
    await insertReview(tx, {
      id: reviewId,
      applicationId: record.id,
      caseVersion: record.version,
      opinion: input.opinion,
      note: input.note,
      reasons: input.reasons,
      reviewedBy: officer.userId,
      reviewerPersonId: officer.personId,
    })
    await markReviewed(tx, record.id, input.opinion)
    await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
      { applicationId: record.id, kind: 'reviewed', data: { reviewId, opinion: input.opinion } },
    ])
    tx.concerns('application', record.id, { reviewId, opinion: input.opinion })
    return { done: true }
  })
}
