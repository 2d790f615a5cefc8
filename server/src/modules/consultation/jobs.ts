import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { escalateOverdueItems } from './escalate-overdue.ts'

/** Jobs of this module by name. */
export function createConsultationJobs(services: Services): Readonly<Record<string, JobHandler>> {
  return { 'consultation.escalate': (run) => escalateOverdueItems(services, run) }
}
