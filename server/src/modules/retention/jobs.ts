import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { sweepOutlived } from './sweep-outlived.ts'

/** Jobs of this module by name. */
export function createRetentionJobs(services: Services): Readonly<Record<string, JobHandler>> {
  return { 'retention.sweep': (run) => sweepOutlived(services, run) }
}
