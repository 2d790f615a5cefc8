import type { Authorities } from '../../external/authorities.ts'
import type { Services } from '../../platform/context.ts'
import { type JobRun, TryLater } from '../../platform/jobs.ts'
import { prepareReport, recordReported } from './prepare-report.ts'

const DOWN_SECONDS = 30

/** Tells the exam authority of an entry that keeps its person from the exam, or that it is withdrawn; once in each state. */
export async function reportBar(services: Services, external: Authorities, run: JobRun): Promise<void> {
  const report = await prepareReport(services, run, run.job.payload['entryId'] ?? '')
  if (report === undefined) return
  const told = await external.examBars.report(report)
  if (told === undefined) return
  if (told.kind !== 'reported') throw new TryLater(told.kind === 'limited' ? told.retryAfterSeconds : DOWN_SECONDS)
  await recordReported(services, run, { reportId: report.reportId, holdsProof: told.holdsProof })
}
