import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { refuseCaseEndpoint } from '@xingtan/contract/office/case'
import { explainReasons, refuseReasons } from '@xingtan/domain/case-reason'
import { refuseTwoPersons } from '@xingtan/domain/decision'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { appendCaseEvents, getOfficer, lockCaseFor } from '../case/index.ts'
import { orderDocument } from '../document/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { checkRestriction } from '../restriction/index.ts'
import { loadVetting } from '../vetting/index.ts'
import { listLastReviews } from './sql.ts'
import { closeUses, insertDecisions, markNotRecognised } from './sql-conclusion.ts'
import { tellNotRecognised } from './tell-conclusion.ts'

/** 认定未通过: reviewed by another person, every reason at once, the remedy told, the records free again (DEC-4). */
export async function refuseCase(ctx: Context, input: InputOf<typeof refuseCaseEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'refuse' })
    const book = await loadPolicyBook(tx, officer.agencyCode)
    const catalogue = book.resolve('refusal.reasons', tx.today).value
    const [review] = await listLastReviews(tx, [record.id])
    throwIfRefused([
      ...refuseTwoPersons(review ?? null, officer.personId),
      ...refuseReasons(input.reasons, catalogue, 'conclude'),
    ])
    if (review === undefined) throw problem('decision.review-needed')
    const { id: applicationId, accountId, personIndex } = record
    const check = await checkRestriction(tx, { accountId, personIndex, applicationId, moment: 'conclusion' })
    const vetting = (await loadVetting(tx, [applicationId], book))(applicationId)
    const decisionId = randomUUID()
    await insertDecisions(tx, { conclusion: 'failed', decidedBy: officer.userId, approverPersonId: officer.personId }, [
      {
        id: decisionId,
        applicationId,
        reviewId: review.id,
        reviewerPersonId: review.reviewerPersonId,
        crimeRequestId: vetting.crime.request?.id ?? null,
        offenceRequestId: vetting.offence.request?.id ?? null,
        restrictionCheckId: check.checkId,
        reasons: input.reasons,
      },
    ])
    await markNotRecognised(tx, applicationId)
    await closeUses(tx, [applicationId], 'released')
    // The number is taken and the words are frozen by the job; the order stands or falls with the conclusion.
    await orderDocument(tx, { kind: 'decision-letter', applicationId, caseVersion: record.version + 1 })
    const messageId = await tellNotRecognised(tx, ctx.crypto, record, explainReasons(input.reasons, catalogue))
    const reasons = input.reasons.map(({ code }) => code)
    await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
      { applicationId, kind: 'not-recognised', data: { decisionId, reasons, messageId } },
    ])
    tx.concerns('application', applicationId, { conclusion: 'failed', decisionId, reasons })
    return { done: true }
  })
}
