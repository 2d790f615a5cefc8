import type { Authorities } from '../../external/authorities.ts'
import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { verifyEvidence } from './verify-evidence.call.ts'

/** Jobs of this module by name. */
export function createEvidenceJobs(services: Services, external: Authorities): Readonly<Record<string, JobHandler>> {
  return { 'evidence.verify': (run) => verifyEvidence(services, external, run) }
}
