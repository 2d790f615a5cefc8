import type { Authorities } from '../../external/authorities.ts'
import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { sendMessage } from './send-message.call.ts'

/** Jobs of this module by name. */
export function createMessageJobs(services: Services, external: Authorities): Readonly<Record<string, JobHandler>> {
  return { 'message.send': ({ job }) => sendMessage(services, external, job.payload['messageId'] ?? '') }
}
