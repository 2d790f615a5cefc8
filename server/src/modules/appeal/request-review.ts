import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { requestReviewEndpoint } from '@xingtan/contract/appeal'
import { refuseReviewRequest } from '@xingtan/domain/appeal'
import { addWorkingDays } from '@xingtan/domain/working-day'
import type { Context, WorkTx } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { loadCalendar } from '../calendar/index.ts'
import { type CaseRecord, findCase } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { loadReviewFacts } from './get-remedies.ts'
import { type NewRequest, attachFile, insertRequest } from './sql.ts'

type Input = InputOf<typeof requestReviewEndpoint>

async function insertOnce(tx: WorkTx, request: NewRequest): Promise<void> {
  try {
    await insertRequest(tx, request)
  } catch (error) {
    if (violatedConstraint(error) === 'review_requests__once') throw problem('appeal.once')
    throw error
  }
}

async function attachAll(tx: WorkTx, record: CaseRecord, of: { requestId: string; files: Input['files'] }) {
  const { requestId, files } = of
  if (new Set(files.map(({ fileId }) => fileId)).size < files.length) throw problem('appeal.file-repeated')
  for (const { fileId, title } of files) {
    const isOwn = await attachFile(tx, { requestId, applicationId: record.id, fileId, title })
    if (!isOwn) throw problem('appeal.file-unknown', { field: 'files' })
  }
}

/** 申请复查: once for each 认定未通过, answered by a working day the applicant is told (APP-15). */
export async function requestReview(ctx: Context, input: Input): Promise<OutputOf<typeof requestReviewEndpoint>> {
  return ctx.command(async (tx) => {
    const record = await findCase(tx, input.applicationId)
    if (record === undefined) throw problem('request.not-found')
    const { facts, decisionId } = await loadReviewFacts(tx, record)
    throwIfRefused(refuseReviewRequest(facts, tx.today))
    if (decisionId === undefined) throw new Error('a refused case without its conclusion')
    const { id: applicationId, accountId, agencyCode } = record
    const days = (await loadPolicyBook(tx, agencyCode)).resolve('appeal.answer-working-days', tx.today).value
    const due = addWorkingDays(await loadCalendar(tx), tx.today, days)
    const id = randomUUID()
    const row = { id, applicationId, accountId, decisionId, agencyCode, words: input.words }
    await insertOnce(tx, { ...row, dueOn: due.day, dueProvisional: due.provisional })
    await attachAll(tx, record, { requestId: id, files: input.files })
    tx.concerns('application', applicationId, { requestId: id, dueOn: due.day, files: input.files.length })
    return { requestId: id, dueOn: due.day }
  })
}
