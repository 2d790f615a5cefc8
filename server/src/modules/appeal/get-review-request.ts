import type { ReviewRequestView } from '@xingtan/contract/office/appeal'
import { sentenceOf } from '@xingtan/contract/problem'
import { refuseReviewAnswer } from '@xingtan/domain/appeal'
import { explainReasons } from '@xingtan/domain/case-reason'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findCase, getOfficer, listConflicts } from '../case/index.ts'
import { makeFileLink } from '../file/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { toRequestRow } from './list-review-requests.ts'
import { findRequest } from './sql-office.ts'
import { listRequestFiles } from './sql.ts'

/** One review request with the conclusion it is about; the reading is an event (S-144). */
export async function getReviewRequest(
  ctx: Context,
  input: { readonly requestId: string },
): Promise<ReviewRequestView> {
  const officer = getOfficer(ctx)
  return ctx.write(async (tx) => {
    const found = await findRequest(tx, input.requestId)
    const record = found === undefined ? undefined : await findCase(tx, found.applicationId)
    if (found === undefined || record === undefined) throw problem('request.not-found')
    const book = await loadPolicyBook(tx, record.agencyCode)
    const catalogue = book.resolve('refusal.reasons', shanghaiDay(found.decidedAt)).value
    const reasons = explainReasons(found.reasons, catalogue)
    const files = await listRequestFiles(tx, found.id)
    const conflicts = (await listConflicts(tx, [record.id]))(record.id)
    const refusals = [...refuseReviewAnswer(found, officer.personId), ...conflicts]
    tx.concerns('application', record.id, { requestId: found.id }, 'read')
    return {
      row: toRequestRow(found),
      words: found.words,
      files: files.map(({ fileId, title }) => ({ title, url: makeFileLink(ctx.crypto, ctx.actor, fileId, tx.now) })),
      decision: {
        decidedAt: found.decidedAt.toISOString(),
        reviewedBy: found.reviewedBy,
        decidedBy: found.decidedBy,
        reasons: reasons.map(({ code, title, note, basis }) => ({ code, title, note, basis })),
        isSuperseded: found.isSuperseded,
      },
      answer: found.answer,
      answeredBy: found.answeredBy,
      version: record.version,
      why: refusals.length === 0 ? null : refusals.map(sentenceOf).join(''),
    }
  })
}
