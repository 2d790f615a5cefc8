import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { alignCertificates, closeHitsOfVoid, insertHits } from './sql-hit.ts'

/**
 * Matches an entry against running cases and holders: each gets a line on the work list of its agency, certificates are
 * suspended or freed, work about a void entry is closed. May run any number of times (RES-6, S-072).
 */
export async function matchRestriction(services: Services, run: JobRun, entryId: string): Promise<void> {
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    await insertHits(tx, entryId)
    await alignCertificates(tx, entryId)
    await closeHitsOfVoid(tx, entryId)
  })
}
