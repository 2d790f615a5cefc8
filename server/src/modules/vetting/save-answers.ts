import { randomUUID } from 'node:crypto'
import type { MatchedAnswers } from '@xingtan/domain/vetting-answer'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context, WorkTx } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { appendCaseEvents } from '../case/index.ts'
import { hashAnswer } from './hash-answer.ts'
import { lockAwaiting, recordAnswers, updateVettingFacts } from './sql-exchange.ts'
import { endBatchIfAnswered, insertAnswerFile } from './sql-file.ts'
import { closeMissing, insertMismatches } from './sql-mismatch.ts'

interface AnswersToSave {
  readonly answerFileId: string
  readonly batchId: string
  readonly fileHash: string
  readonly officer: OfficerActor
  readonly matched: MatchedAnswers
}

async function recordAll(ctx: Context, tx: WorkTx, { batchId, officer, matched }: AnswersToSave): Promise<void> {
  const answers = matched.answers.map(({ requestId, result, detail }) => ({
    id: requestId,
    result,
    detailSealed: detail === '' ? null : ctx.crypto.sealColumn(detail),
    answerHash: hashAnswer(ctx.crypto, { id: requestId, result, detail }),
  }))
  const touched = await recordAnswers(tx, batchId, answers)
  const awaiting = await lockAwaiting(tx, touched)
  await updateVettingFacts(tx, awaiting)
  await appendCaseEvents(
    tx,
    { kind: 'officer', id: officer.userId },
    awaiting.map((applicationId) => ({ applicationId, kind: 'vetting-recorded', data: { check: 'crime', batchId } })),
  )
}

/** Writes an answer file: answers with their cases' facts and events, everything else on the work list and sealed. */
export async function saveAnswers(ctx: Context, tx: WorkTx, file: AnswersToSave): Promise<void> {
  const { answerFileId, batchId, fileHash, officer, matched } = file
  const { agencyCode, userId } = officer
  const { answers, mismatches } = matched
  const rowCount = answers.length + mismatches.filter(({ row }) => row !== null).length
  const isNew = await insertAnswerFile(tx, {
    id: answerFileId,
    batchId,
    agencyCode,
    fileHash,
    rowCount,
    matchedCount: answers.length,
    mismatchCount: mismatches.length,
    importedBy: userId,
  })
  if (isNew === 0) throw problem('vetting.imported-before')
  await recordAll(ctx, tx, file)
  await closeMissing(
    tx,
    answers.map(({ requestId }) => requestId),
  )
  await insertMismatches(
    tx,
    mismatches.map(({ kind, row, requestId }) => ({
      id: randomUUID(),
      answerFileId,
      batchId,
      agencyCode,
      rowNumber: row?.row ?? null,
      kind,
      requestId,
      saidSealed: row === null ? null : ctx.crypto.sealColumn(JSON.stringify(row)),
    })),
  )
  await endBatchIfAnswered(tx, batchId)
  tx.concerns('vetting-batch', batchId, { answerFileId, matched: answers.length, mismatched: mismatches.length })
}
