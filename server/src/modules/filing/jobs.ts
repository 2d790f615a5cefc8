import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { remindDue } from './remind-due.ts'

/** Jobs of this module by name. */
export function createFilingJobs(services: Services): Readonly<Record<string, JobHandler>> {
  return { 'filing.remind-due': (run) => remindDue(services, run) }
}
