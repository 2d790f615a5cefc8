import type { Authorities } from '../../external/authorities.ts'
import type { Services } from '../../platform/context.ts'
import { type JobRun, TryLater } from '../../platform/jobs.ts'
import { type PreparedBatch, prepareBatch } from './prepare-batch.ts'
import { recordBatchRefused, recordBatchSent } from './record-batch.ts'

const WAIT_SECONDS = 10

function submit(external: Authorities, batch: PreparedBatch) {
  const { id: requestId, agencyName } = batch
  if (batch.kind === 'offence') return external.offence.submit({ requestId, agencyName, rows: batch.rows })
  // Only the offence query rests on the consent; the police source has no business with it.
  const rows = batch.rows.map(({ rowId, name, documentNumber }) => ({ rowId, name, documentNumber }))
  return external.crime.submit({ requestId, agencyName, rows })
}

/** Hands a batch to its source; one that is down or busy is asked again later and nobody is refused for it (INT-1). */
export async function sendBatch(services: Services, external: Authorities, run: JobRun): Promise<void> {
  const batch = await prepareBatch(services, run.job.payload['batchId'] ?? '')
  if (batch === undefined || batch.state !== 'waiting') return
  const submitted = await submit(external, batch)
  if (submitted.kind === 'accepted') {
    await recordBatchSent(services, run, { batchId: batch.id, receipt: submitted.batchId })
    return
  }
  if (submitted.kind === 'no-consent') {
    await recordBatchRefused(services, run, { batchId: batch.id, rowIds: batch.rows.map(({ rowId }) => rowId) })
    return
  }
  throw new TryLater(submitted.kind === 'limited' ? submitted.retryAfterSeconds : WAIT_SECONDS)
}
