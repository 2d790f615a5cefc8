import type { Authorities } from '../../external/authorities.ts'
import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { checkRealName } from './check-real-name.call.ts'
import { fillPuzzlePool, sweepAccounts } from './sweep.ts'

/** Jobs of this module by name. */
export function createAccountJobs(services: Services, external: Authorities): Readonly<Record<string, JobHandler>> {
  return {
    'account.check-real-name': (run) => checkRealName(services, external, run),
    'account.sweep': () => sweepAccounts(services),
    'account.fill-puzzles': () => fillPuzzlePool(services, Math.random),
  }
}
