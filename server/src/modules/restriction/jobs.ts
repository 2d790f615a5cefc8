import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { matchRestriction } from './match-restriction.ts'

/** Jobs of this module by name. */
export function createRestrictionJobs(services: Services): Readonly<Record<string, JobHandler>> {
  return { 'restriction.match': (run) => matchRestriction(services, run, run.job.payload['entryId'] ?? '') }
}
