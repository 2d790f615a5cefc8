import type { InputOf } from '@xingtan/contract/endpoint'
import type { answerCorrectionEndpoint } from '@xingtan/contract/office/case-exception'
import { refuseReviewAnswer } from '@xingtan/domain/appeal'
import { addWorkingDays } from '@xingtan/domain/working-day'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context, WorkTx } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { loadCalendar } from '../calendar/index.ts'
import { type CaseRecord, appendCaseEvents, getOfficer, lockCaseFor } from '../case/index.ts'
import { voidCertificate } from '../certificate/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import {
  findOpenCorrection,
  markCorrectionAnswered,
  markReopened,
  markSuperseded,
  markTouched,
  reserveUsesAgain,
} from './sql-correction.ts'
import { tellKept, tellReopened, tellVoided } from './tell-exception.ts'

/** What stands in the way says which constraint kept its promise. */
const EXPLAINED = {
  evidence_uses__exclusive_key: 'decision.records-in-use',
  applications__one_live: 'decision.applied-anew',
} as const

function explain(error: unknown): unknown {
  const constraint = violatedConstraint(error)
  const known = Object.entries(EXPLAINED).find(([name]) => name === constraint)
  return known === undefined ? error : problem(known[1])
}

interface Taken {
  readonly correctionId: string
  readonly decisionId: string
}

/** A wrong 认定未通过: the old conclusion stays readable, the case is decided anew. */
async function reopen(
  ctx: Context,
  tx: WorkTx,
  officer: OfficerActor,
  of: { record: CaseRecord } & Taken,
): Promise<void> {
  const { record, correctionId, decisionId } = of
  const book = await loadPolicyBook(tx, record.agencyCode)
  const { decisionWorkingDays } = book.resolve('plan.minimums', tx.today).value
  const due = addWorkingDays(await loadCalendar(tx), tx.today, decisionWorkingDays)
  await markSuperseded(tx, decisionId)
  try {
    await reserveUsesAgain(tx, record.id)
    await markReopened(tx, record.id, due)
  } catch (error) {
    throw explain(error)
  }
  const messageId = await tellReopened(tx, ctx.crypto, record, due.day)
  await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
    { applicationId: record.id, kind: 'corrected', data: { correctionId, decisionId, dueOn: due.day, messageId } },
  ])
}

/**
 * DEC-5, the second person. A wrong 认定未通过 is drawn anew. A wrong 认定通过 is never edited: the certificate ends by
 * revocation for the agency's own fault, the holder is told, and no restriction is entered (行政许可法 art. 69; domain
 * §11.5). Status, used records and the year of the recognition stay what they were.
 */
export async function answerCorrection(
  ctx: Context,
  input: InputOf<typeof answerCorrectionEndpoint>,
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'correct' })
    const open = await findOpenCorrection(tx, record.id)
    if (open === undefined) throw problem('decision.correction-none')
    if (open.proposerPersonId === officer.personId) throw problem('decision.correction-same-person')
    // Whoever made the conclusion may own the mistake, but not stop a review of it (APP-15, S-057).
    if (!input.confirm && open.reviewRequestId !== null) throwIfRefused(refuseReviewAnswer(open, officer.personId))
    const state = input.confirm ? 'confirmed' : 'declined'
    const by = { answeredBy: officer.userId, answererPersonId: officer.personId }
    await markCorrectionAnswered(tx, { id: open.id, state, answer: input.answer, ...by })
    if (input.confirm && open.kind === 'reopen') {
      await reopen(ctx, tx, officer, { record, correctionId: open.id, decisionId: open.decisionId })
    }
    if (input.confirm && open.kind === 'void') {
      await voidCertificate(tx, open.id)
      await markTouched(tx, record.id)
      await tellVoided(tx, ctx.crypto, record)
    }
    // Whoever asked for the review was told that a second person looks at it.
    if (!input.confirm && open.reviewRequestId !== null) await tellKept(tx, ctx.crypto, record, input.answer)
    tx.concerns('application', record.id, { correctionId: open.id, kind: open.kind, state })
    return { done: true }
  })
}
