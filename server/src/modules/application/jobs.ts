import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import type { PdfRenderer } from '../../platform/pdf.ts'
import { recordDiploma } from './record-diploma.ts'
import { renderForm } from './render-form.ts'

/** Jobs of this module by name. */
export function createApplicationJobs(services: Services, renderer: PdfRenderer): Readonly<Record<string, JobHandler>> {
  return {
    'application.render-form': (run) => renderForm(services, renderer, run),
    'application.record-diploma': (run) => recordDiploma(services, run),
  }
}
