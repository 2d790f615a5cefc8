import type { Authorities } from '../../external/authorities.ts'
import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { collectBatch } from './collect-batch.call.ts'
import { purgeVetting } from './purge-vetting.ts'
import { sendBatch } from './send-batch.call.ts'

/** Jobs of this module by name. */
export function createVettingJobs(services: Services, external: Authorities): Readonly<Record<string, JobHandler>> {
  return {
    'vetting.send': (run) => sendBatch(services, external, run),
    'vetting.purge': (run) => purgeVetting(services, run),
    'vetting.collect': (run) => collectBatch(services, external, run),
  }
}
