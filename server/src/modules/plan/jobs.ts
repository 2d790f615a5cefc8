import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { beginPublication, tellAffected } from './tell-affected.ts'

/** Jobs of this module by name. */
export function createPlanJobs(services: Services): Readonly<Record<string, JobHandler>> {
  return {
    'plan.put-in-force': (run) => beginPublication(services, run),
    'plan.tell-affected': (run) => tellAffected(services, run),
  }
}
