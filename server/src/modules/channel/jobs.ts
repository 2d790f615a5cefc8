import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { remindDuePosts } from './remind-due.ts'

/** Jobs of this module by name. */
export function createChannelJobs(services: Services): Readonly<Record<string, JobHandler>> {
  return { 'channel.remind-due': (run) => remindDuePosts(services, run) }
}
