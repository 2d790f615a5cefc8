import { appendAudits } from '../../platform/audit.ts'
import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { escalateOverdue } from './sql-board.ts'

const BATCH = 200

/** Reports overdue items to the level above, each once, each with its event (PUB-6). */
export async function escalateOverdueItems(services: Services, run: JobRun): Promise<void> {
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    const escalated = await escalateOverdue(tx, BATCH)
    await appendAudits(
      tx,
      services.crypto,
      escalated.map(({ id, agencyCode, escalatedTo }) => ({
        event: 'consultation.escalate',
        outcome: 'done' as const,
        actor: { kind: 'system' as const },
        object: { kind: 'consultation', id, detail: { from: agencyCode, to: escalatedTo } },
        correlationId: `job:${run.job.id}`,
        addressHash: null,
      })),
    )
  })
}
