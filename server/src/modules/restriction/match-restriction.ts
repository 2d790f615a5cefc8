import { addDays } from '@xingtan/domain/calendar-day'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import type { Services } from '../../platform/context.ts'
import { type JobRun, addJob } from '../../platform/jobs.ts'
import { alignCertificates, closeHitsOfVoid, findLastDay, insertHits } from './sql-hit.ts'

/**
 * Matches an entry against running cases and holders: each gets a line on the work list of its agency, certificates are
 * suspended or freed, work about a void entry is closed. An entry with an end is matched once more on the day after it,
 * so that its end frees what it held. May run any number of times (RES-6, S-072).
 */
export async function matchRestriction(services: Services, run: JobRun, entryId: string): Promise<void> {
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    await insertHits(tx, entryId)
    await alignCertificates(tx, entryId)
    await closeHitsOfVoid(tx, entryId)
    const lastDay = await findLastDay(tx, entryId)
    if (lastDay === undefined || lastDay < tx.today) return
    const runAt = shanghaiInstant(addDays(lastDay, 1), '00:00')
    await addJob(tx, 'restriction.match', { entryId }, { dedupeKey: `restriction.match:${entryId}:${lastDay}`, runAt })
  })
}
