import type { InputOf } from '@xingtan/contract/endpoint'
import type { answerReviewRequestEndpoint } from '@xingtan/contract/office/appeal'
import { refuseReviewAnswer } from '@xingtan/domain/appeal'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context, WorkTx } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { findCase, getOfficer, listConflicts, lockCaseFor } from '../case/index.ts'
import { openCorrection } from '../decision/index.ts'
import { type FoundRequest, findConfirmedCorrection, findRequest, markRequestAnswered } from './sql-office.ts'
import { tellReviewed } from './tell-review.ts'

type Input = InputOf<typeof answerReviewRequestEndpoint>

/** The case under its lock; where the conclusion was taken back meanwhile, the correction that did it. */
async function settle(tx: WorkTx, officer: OfficerActor, of: { found: FoundRequest; input: Input }) {
  const { found, input } = of
  const { applicationId } = found
  if (found.isSuperseded) {
    throwIfRefused((await listConflicts(tx, [applicationId]))(applicationId))
    const record = await findCase(tx, applicationId)
    const correctionId = await findConfirmedCorrection(tx, found.decisionId)
    if (record === undefined || correctionId === undefined) throw problem('request.not-found')
    if (input.outcome === 'upheld') throw problem('appeal.superseded', { field: 'outcome' })
    return { record, correctionId }
  }
  const record = await lockCaseFor(tx, officer, { applicationId, version: input.version, action: 'correct' })
  if (input.outcome === 'upheld') return { record, correctionId: null }
  const wanted = { reason: input.answer, reviewRequestId: found.id }
  return { record, correctionId: await openCorrection(tx, officer, record, wanted) }
}

/**
 * Answers a review request: upheld, or the conclusion is wrong and its correction begins, which a second person has to
 * confirm (APP-15, DEC-5). Whoever reviewed or decided does not answer.
 */
export async function answerReviewRequest(ctx: Context, input: Input): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const found = await findRequest(tx, input.requestId)
    if (found === undefined) throw problem('request.not-found')
    if (found.outcome !== null) throw problem('appeal.answered')
    throwIfRefused(refuseReviewAnswer(found, officer.personId))
    const { record, correctionId } = await settle(tx, officer, { found, input })
    const { outcome, answer } = input
    const by = { officerId: officer.userId, personId: officer.personId }
    const isWritten = await markRequestAnswered(tx, { id: found.id, outcome, answer, correctionId, ...by })
    if (!isWritten) throw problem('appeal.answered')
    await tellReviewed(tx, ctx.crypto, record, { outcome, answer, isDone: found.isSuperseded })
    tx.concerns('application', record.id, { requestId: found.id, outcome, correctionId })
    return { done: true }
  })
}
