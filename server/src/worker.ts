import type { Authorities } from './external/authorities.ts'
import { createAccountJobs } from './modules/account/jobs.ts'
import { createApplicationJobs } from './modules/application/jobs.ts'
import { createAppointmentJobs } from './modules/appointment/jobs.ts'
import { createAuditJobs } from './modules/audit/jobs.ts'
import { createChannelJobs } from './modules/channel/jobs.ts'
import { createCalendarJobs } from './modules/calendar/jobs.ts'
import { createConfirmationJobs } from './modules/confirmation/jobs.ts'
import { createConsultationJobs } from './modules/consultation/jobs.ts'
import { createDecisionJobs } from './modules/decision/jobs.ts'
import { createEvidenceJobs } from './modules/evidence/jobs.ts'
import { createFilingJobs } from './modules/filing/jobs.ts'
import { createExamBarJobs } from './modules/exam-bar/jobs.ts'
import { createMaterialJobs } from './modules/material/jobs.ts'
import { createServiceJobs } from './modules/service/jobs.ts'
import { createMessageJobs } from './modules/message/jobs.ts'
import { createSuccessionJobs } from './modules/succession/jobs.ts'
import { createRetentionJobs } from './modules/retention/jobs.ts'
import { createRestrictionJobs } from './modules/restriction/jobs.ts'
import { createPlanJobs } from './modules/plan/jobs.ts'
import { createVettingJobs } from './modules/vetting/jobs.ts'
import type { Services } from './platform/context.ts'
import { type JobHandler, type JobRunner, addJob, startJobRunner } from './platform/jobs.ts'
import type { Metrics } from './platform/metrics.ts'
import { createPdfRenderer } from './platform/pdf.ts'

/** Every job this release knows. */
export function createJobs(
  services: Services,
  external: Authorities,
  checkpointFolder: string,
): Readonly<Record<string, JobHandler>> {
  // Its threads start with the first document and never keep the process alive.
  const renderer = createPdfRenderer()
  return {
    ...createAccountJobs(services, external),
    ...createApplicationJobs(services, renderer),
    ...createAppointmentJobs(services),
    ...createAuditJobs(services, checkpointFolder),
    ...createChannelJobs(services),
    ...createCalendarJobs(services),
    ...createConfirmationJobs(services, renderer),
    ...createConsultationJobs(services),
    ...createDecisionJobs(services, renderer),
    ...createEvidenceJobs(services, external),
    ...createFilingJobs(services),
    ...createExamBarJobs(services, external),
    ...createMaterialJobs(services),
    ...createServiceJobs(services),
    ...createMessageJobs(services, external),
    ...createSuccessionJobs(services),
    ...createPlanJobs(services),
    ...createVettingJobs(services, external),
    ...createRestrictionJobs(services),
    ...createRetentionJobs(services),
  }
}

/** Work that comes round by itself: name and seconds between two runs. Two schedulers queue one job. */
const ROUNDS = [
  ['account.fill-puzzles', 3600],
  ['account.sweep', 600],
  ['vetting.purge', 21_600],
  ['audit.checkpoint', 300],
  ['audit.verify', 6 * 3600],
  ['channel.remind-due', 3600],
  ['consultation.escalate', 1800],
  ['decision.fold-counters', 15],
  ['decision.raise-alerts', 600],
  ['filing.remind-due', 3600],
  ['retention.sweep', 3600],
] as const

/** Starts the job runner and the clockwork that queues recurring work. */
export function startWorker(
  services: Services,
  external: Authorities,
  { metrics, checkpointFolder }: { readonly metrics: Metrics; readonly checkpointFolder: string },
): JobRunner {
  const runner = startJobRunner({
    db: services.db,
    log: services.log,
    handlers: createJobs(services, external, checkpointFolder),
    concurrency: 8,
    onDead: (name) => metrics.jobDied(name),
  })
  const queue = (name: string) =>
    services.db
      .transaction({}, (tx) => addJob(tx, name, {}, { dedupeKey: name }))
      .catch((error: unknown) => services.log.warn({ err: error, job: name }, 'round.not-queued'))
  const clocks = ROUNDS.map(([name, seconds]) => {
    void queue(name)
    return setInterval(() => void queue(name), seconds * 1000)
  })
  return {
    stop: async () => {
      for (const clock of clocks) clearInterval(clock)
      await runner.stop()
    },
  }
}
