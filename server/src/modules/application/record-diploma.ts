import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { appendCaseEvents, lockCase, stateOf } from '../case/index.ts'
import { insertEvidenceUses } from '../evidence/index.ts'
import { markDiploma } from './sql.ts'

/** The diploma of a final-term student has come in: a fact of the case while it awaits its conclusion (domain §9.1). */
export async function recordDiploma(services: Services, run: JobRun): Promise<void> {
  const { applicationId = '', evidenceId = '' } = run.job.payload
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    const application = await lockCase(tx, applicationId)
    if (application === undefined || application.diplomaEvidenceId !== null) return
    if (stateOf(application) !== 'awaiting-approval') return
    await insertEvidenceUses(tx, applicationId, [{ evidenceId, purpose: 'diploma', exclusiveKey: null }])
    await markDiploma(tx, applicationId, evidenceId)
    await appendCaseEvents(tx, { kind: 'system', id: null }, [
      { applicationId, kind: 'diploma-recorded', data: { evidenceId } },
    ])
  })
}
