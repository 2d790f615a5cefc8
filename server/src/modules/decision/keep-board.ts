import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { escalationOf } from './escalation.ts'
import { raiseAlerts } from './sql-alert.ts'
import { foldCounters } from './sql-board.ts'

/** Folds what the writing transactions noted into the counters the boards read. */
export async function foldBoard(services: Services, run: JobRun): Promise<void> {
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    await foldCounters(tx)
  })
}

/** Raises the alerts the day calls for: once for each case and kind, however often it runs (DEC-3). */
export async function raiseDueAlerts(services: Services, run: JobRun): Promise<void> {
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    await raiseAlerts(tx, escalationOf(await loadPolicyBook(tx, null), tx.today).until)
  })
}
