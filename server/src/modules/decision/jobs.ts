import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import type { PdfRenderer } from '../../platform/pdf.ts'
import { foldBoard, raiseDueAlerts } from './keep-board.ts'
import { renderLetter } from './render-letter.ts'
import { runBulk } from './run-bulk.ts'

/** Jobs of this module by name. */
export function createDecisionJobs(services: Services, renderer: PdfRenderer): Readonly<Record<string, JobHandler>> {
  return {
    'decision.fold-counters': (run) => foldBoard(services, run),
    'decision.render-letter': (run) => renderLetter(services, renderer, run),
    'decision.run-bulk': (run) => runBulk(services, run),
    'decision.raise-alerts': (run) => raiseDueAlerts(services, run),
  }
}
