import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { recountDueDays } from './recount-due-days.ts'

/** Jobs of this module by name. */
export function createCalendarJobs(services: Services): Readonly<Record<string, JobHandler>> {
  return { 'calendar.recount': (run) => recountDueDays(services, run) }
}
