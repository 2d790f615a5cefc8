import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { judgePaperEndpoint } from '@xingtan/contract/office/vetting'
import { refuseVerification } from '@xingtan/domain/vetting-paper'
import type { Context, WorkTx } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { appendCaseEvents, getOfficer } from '../case/index.ts'
import { hashAnswer } from './hash-answer.ts'
import { lockForPaper } from './lock-for-paper.ts'
import { lockAwaiting, updateVettingFacts } from './sql-exchange.ts'
import { type Paper, findPaper, insertPaperCheck, judgePaper as judge } from './sql-paper.ts'

async function countAsCheck(ctx: Context, tx: WorkTx, paper: Paper): Promise<void> {
  const { userId } = getOfficer(tx)
  const { id: paperId, applicationId, validUntil } = paper
  const id = randomUUID()
  const answerHash = hashAnswer(ctx.crypto, { id, result: 'clear', detail: paperId })
  await insertPaperCheck(tx, { id, applicationId, paperId, validUntil, answerHash })
  await updateVettingFacts(tx, await lockAwaiting(tx, [applicationId]))
  await appendCaseEvents(tx, { kind: 'officer', id: userId }, [
    { applicationId, kind: 'vetting-recorded', data: { check: 'crime', paperId } },
  ])
}

/** The second person: a verified paper is the no-crime check of that case and of no other; both may say no (DEC-1). */
export async function judgePaper(ctx: Context, input: InputOf<typeof judgePaperEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const paper = await findPaper(tx, input.paperId)
    if (paper === undefined) throw problem('request.not-found')
    if (input.accepted) {
      throwIfRefused(refuseVerification(paper, officer.personId, tx.today))
      await lockForPaper(tx, officer, paper.applicationId)
    }
    const judged = await judge(tx, paper.id, {
      state: input.accepted ? 'verified' : 'rejected',
      reason: input.accepted ? null : input.reason,
      verifiedBy: officer.userId,
      verifierPersonId: officer.personId,
    })
    if (judged === 0) throw problem('vetting.paper-judged')
    if (input.accepted) await countAsCheck(ctx, tx, paper)
    tx.concerns('application', paper.applicationId, { paperId: paper.id, accepted: input.accepted })
    return { done: true }
  })
}
