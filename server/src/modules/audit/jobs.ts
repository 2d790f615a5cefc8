import type { Services } from '../../platform/context.ts'
import { sm2Sign } from '../../platform/crypto-sm2.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { checkpointKey } from './checkpoint-key.ts'
import { verifyAll } from './verify-all.ts'
import { makeCheckpoint } from './make-checkpoint.ts'

/** Jobs of this module by name. */
export function createAuditJobs(services: Services, folder: string): Readonly<Record<string, JobHandler>> {
  const key = checkpointKey(services.crypto)
  return {
    'audit.verify': () => verifyAll(services, { folder, publicKey: key.publicKey }),
    'audit.checkpoint': () => makeCheckpoint(services, { folder, sign: (text) => sm2Sign(text, key).toString('hex') }),
  }
}
