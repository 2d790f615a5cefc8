import type { Remedies } from '@xingtan/contract/appeal'
import { sentenceOf } from '@xingtan/contract/problem'
import { lastReviewDay, refuseReviewRequest } from '@xingtan/domain/appeal'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type CaseRecord, findCase } from '../case/index.ts'
import { describeLetter } from '../decision/index.ts'
import { makeFileLink } from '../file/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { findRating, findStandingDecision, listRequestFiles, listRequestsOf } from './sql.ts'

/** What the rule of asking for a review needs of a case. */
export async function loadReviewFacts(tx: Tx, record: CaseRecord) {
  const standing = await findStandingDecision(tx, record.id)
  const book = await loadPolicyBook(tx, record.agencyCode)
  const concludedOn = record.concludedAt === null ? null : shanghaiDay(record.concludedAt)
  const facts = {
    status: record.status,
    concludedOn,
    deliveredOn: standing?.deliveredOn ?? null,
    // The days of the place as they were when the conclusion was drawn: it told the person so.
    windowDays: book.resolve('appeal.window-days', concludedOn ?? tx.today).value,
    hasRequest: standing?.hasRequest === true,
  }
  return { facts, decisionId: standing?.decisionId }
}

async function listReviews(ctx: Context, tx: Tx, applicationId: string): Promise<Remedies['review']['requests']> {
  const requests = []
  for (const { id, requestedAt, answeredAt, ...row } of await listRequestsOf(tx, applicationId)) {
    const files = await listRequestFiles(tx, id)
    requests.push({
      requestId: id,
      ...row,
      requestedAt: requestedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      files: files.map(({ fileId, title }) => ({ title, url: makeFileLink(ctx.crypto, ctx.actor, fileId, tx.now) })),
    })
  }
  return requests
}

/** 决定书, review requests and 评价 of one's own case (APP-15). */
export async function getRemedies(ctx: Context, input: { readonly applicationId: string }): Promise<Remedies> {
  return ctx.read(async (tx) => {
    const record = await findCase(tx, input.applicationId)
    if (record === undefined) throw problem('request.not-found')
    const { facts } = await loadReviewFacts(tx, record)
    const refusals = refuseReviewRequest(facts, tx.today)
    const given = await findRating(tx, record.id)
    const isConcluded = record.conclusion !== null
    return {
      isConcluded,
      isRefused: record.status === 'not-recognised',
      letter: await describeLetter(ctx, tx, record),
      review: {
        until: record.status === 'not-recognised' ? lastReviewDay(facts) : null,
        canRequest: refusals.length === 0,
        why: refusals.length === 0 ? null : refusals.map(sentenceOf).join(''),
        requests: await listReviews(ctx, tx, record.id),
      },
      rating: { canRate: isConcluded && given === undefined, given: given ?? null },
    }
  })
}
