import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { remindDue } from './sql-receipt.ts'

/** Reminds of posts whose last day is today or was yesterday, once each day (ADM-7). */
export async function remindDuePosts(services: Services, run: JobRun): Promise<void> {
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    await remindDue(tx)
  })
}
