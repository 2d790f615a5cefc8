import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import type { PdfRenderer } from '../../platform/pdf.ts'
import { renderReceipt } from './render-receipt.ts'

/** Jobs of this module by name. */
export function createConfirmationJobs(
  services: Services,
  renderer: PdfRenderer,
): Readonly<Record<string, JobHandler>> {
  return { 'confirmation.render-receipt': (run) => renderReceipt(services, renderer, run) }
}
