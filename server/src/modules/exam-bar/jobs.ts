import type { Authorities } from '../../external/authorities.ts'
import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { fetchList } from './fetch-list.call.ts'
import { reportBar } from './report-bar.call.ts'

/** Jobs of this module by name. */
export function createExamBarJobs(services: Services, external: Authorities): Readonly<Record<string, JobHandler>> {
  return {
    'exam-bar.fetch': (run) => fetchList(services, external, run),
    'exam-bar.report': (run) => reportBar(services, external, run),
  }
}
