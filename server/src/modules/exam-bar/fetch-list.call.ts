import type { Authorities } from '../../external/authorities.ts'
import type { Services } from '../../platform/context.ts'
import { type JobRun, TryLater } from '../../platform/jobs.ts'
import { isFetching, recordFetched } from './record-fetched.ts'

const DOWN_SECONDS = 30

/** Brings the list of the exam authority; one that is down is asked again later (INT-1, INT-4). */
export async function fetchList(services: Services, external: Authorities, run: JobRun): Promise<void> {
  const importId = run.job.payload['importId'] ?? ''
  if (!(await isFetching(services, importId))) return
  const read = await external.examBars.list()
  if (read.kind !== 'read') throw new TryLater(read.kind === 'limited' ? read.retryAfterSeconds : DOWN_SECONDS)
  await recordFetched(services, run, { importId, bars: read.bars })
}
