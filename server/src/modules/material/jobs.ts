import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { remindSupplement } from './remind-supplement.ts'

/** Jobs of this module by name. */
export function createMaterialJobs(services: Services): Readonly<Record<string, JobHandler>> {
  return { 'material.remind': (run) => remindSupplement(services, run) }
}
