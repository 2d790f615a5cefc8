import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { completeRecovery } from './complete-recovery.ts'

/** Jobs of this module by name. */
export function createServiceJobs(services: Services): Readonly<Record<string, JobHandler>> {
  return { 'service.complete-recovery': (run) => completeRecovery(services, run) }
}
