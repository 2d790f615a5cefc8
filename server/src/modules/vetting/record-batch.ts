import type { Services } from '../../platform/context.ts'
import { type JobRun, addJob } from '../../platform/jobs.ts'
import { appendCaseEvents } from '../case/index.ts'
import { hashAnswer } from './hash-answer.ts'
import {
  type RequestAnswer,
  lockAwaiting,
  markBatchEnded,
  markBatchSent,
  recordAnswers,
  updateVettingFacts,
} from './sql-exchange.ts'

/** One answer of the exchange, which writes nothing beside the result. */
type SourceAnswer = Pick<RequestAnswer, 'id' | 'result'>

function toAnswers({ crypto }: Services, answers: readonly SourceAnswer[]): RequestAnswer[] {
  return answers.map((answer) => ({
    ...answer,
    detailSealed: null,
    answerHash: hashAnswer(crypto, { ...answer, detail: '' }),
  }))
}

/** The source took the batch: its reference is kept and the answer is fetched by a job of its own. */
export async function recordBatchSent(
  services: Services,
  run: JobRun,
  sent: { readonly batchId: string; readonly receipt: string },
): Promise<void> {
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    await markBatchSent(tx, sent.batchId, sent.receipt)
    await addJob(tx, 'vetting.collect', { batchId: sent.batchId }, { dedupeKey: `vetting.collect:${sent.batchId}` })
  })
}

/**
 * Records what the source found. Cases that wait for a conclusion get their facts and an event without the result, which
 * is class C4; a case that was sent back meanwhile takes the answer over when it is confirmed again.
 */
export async function recordBatchAnswers(
  services: Services,
  run: JobRun,
  answered: {
    readonly batchId: string
    readonly kind: 'crime' | 'offence'
    readonly answers: readonly SourceAnswer[]
  },
): Promise<void> {
  const { batchId, kind } = answered
  const answers = toAnswers(services, answered.answers)
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    const touched = await recordAnswers(tx, batchId, answers)
    const awaiting = await lockAwaiting(tx, touched)
    await updateVettingFacts(tx, awaiting)
    await appendCaseEvents(
      tx,
      { kind: 'system', id: null },
      awaiting.map((applicationId) => ({ applicationId, kind: 'vetting-recorded', data: { check: kind, batchId } })),
    )
    await markBatchEnded(tx, batchId, 'answered')
  })
}

/** Without everybody's consent nothing was sent: the rows end as errors and the batch as failed (S-131). */
export async function recordBatchRefused(services: Services, run: JobRun, refused: PreparedRefusal): Promise<void> {
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    await recordAnswers(
      tx,
      refused.batchId,
      toAnswers(
        services,
        refused.rowIds.map((id) => ({ id, result: 'error' })),
      ),
    )
    await markBatchEnded(tx, refused.batchId, 'failed')
  })
}

export interface PreparedRefusal {
  readonly batchId: string
  readonly rowIds: readonly string[]
}
