import { caseStateOf } from '@xingtan/domain/application'
import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { insertEvidenceUses } from '../evidence/index.ts'
import { toCaseState } from './case-state.ts'
import { lockApplication, markDiploma } from './sql.ts'
import { insertEvent } from './sql-event.ts'

/** The diploma of a final-term student has come in: a fact of the case while it awaits its conclusion (domain §9.1). */
export async function recordDiploma(services: Services, run: JobRun): Promise<void> {
  const { applicationId = '', evidenceId = '' } = run.job.payload
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    const application = await lockApplication(tx, applicationId)
    if (application === undefined || application.diplomaEvidenceId !== null) return
    if (caseStateOf(toCaseState(application)) !== 'awaiting-approval') return
    await insertEvidenceUses(tx, applicationId, [{ evidenceId, purpose: 'diploma', exclusiveKey: null }])
    await markDiploma(tx, applicationId, evidenceId)
    await insertEvent(tx, {
      applicationId,
      kind: 'diploma-recorded',
      actorKind: 'system',
      actorId: null,
      data: { evidenceId },
    })
  })
}
