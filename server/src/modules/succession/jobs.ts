import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { carryOutSuccession } from './carry-out-succession.ts'

/** Jobs of this module by name. */
export function createSuccessionJobs(services: Services): Readonly<Record<string, JobHandler>> {
  return { 'succession.carry-out': (run) => carryOutSuccession(services, run) }
}
