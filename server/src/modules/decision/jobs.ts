import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import type { PdfRenderer } from '../../platform/pdf.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { escalationOf } from './escalation.ts'
import { renderLetter } from './render-letter.ts'
import { runBulk } from './run-bulk.ts'
import { raiseAlerts } from './sql-alert.ts'
import { foldCounters } from './sql-board.ts'

/** Jobs of this module by name. */
export function createDecisionJobs(services: Services, renderer: PdfRenderer): Readonly<Record<string, JobHandler>> {
  return {
    'decision.fold-counters': (run) =>
      services.db.transaction({}, async (tx) => {
        await run.holdLease(tx)
        await foldCounters(tx)
      }),
    'decision.render-letter': (run) => renderLetter(services, renderer, run),
    'decision.run-bulk': (run) => runBulk(services, run),
    // Once for each case and kind, however often it runs.
    'decision.raise-alerts': (run) =>
      services.db.transaction({}, async (tx) => {
        await run.holdLease(tx)
        await raiseAlerts(tx, escalationOf(await loadPolicyBook(tx, null), tx.today).until)
      }),
  }
}
