import type { Authorities } from '../../external/authorities.ts'
import type { Services } from '../../platform/context.ts'
import { type JobRun, TryLater } from '../../platform/jobs.ts'
import { prepareBatch } from './prepare-batch.ts'
import { recordBatchAnswers } from './record-batch.ts'

const PENDING_SECONDS = 3
const DOWN_SECONDS = 15

/** Fetches the answer of a batch; until it is there the checks stand at 核查中. */
export async function collectBatch(services: Services, external: Authorities, run: JobRun): Promise<void> {
  const batch = await prepareBatch(services, run.job.payload['batchId'] ?? '')
  if (batch === undefined || batch.receipt === null) return
  const source = batch.kind === 'crime' ? external.crime : external.offence
  const rows = batch.rows.map(({ rowId, name, documentNumber }) => ({ rowId, name, documentNumber }))
  const read = await source.read({ batchId: batch.receipt, rows })
  if (read.kind === 'pending') throw new TryLater(PENDING_SECONDS)
  if (read.kind !== 'done') throw new TryLater(read.kind === 'limited' ? read.retryAfterSeconds : DOWN_SECONDS)
  const answers = read.rows.map(({ rowId, result }) => ({ id: rowId, result }))
  await recordBatchAnswers(services, run, { batchId: batch.id, kind: batch.kind, answers })
}
