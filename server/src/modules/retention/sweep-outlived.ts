import { appendAudit } from '../../platform/audit.ts'
import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { LIFETIMES } from './lifetimes.ts'
import { deleteOutlived, deleteWorn } from './sql.ts'

/** Deletes what has been kept long enough, table by table, and leaves one event that says how much went (S-129). */
export async function sweepOutlived(services: Services, run: JobRun): Promise<void> {
  const gone: Record<string, number> = {}
  for (const lifetime of LIFETIMES) {
    const count = await services.db.transaction({}, async (tx) => {
      await run.holdLease(tx)
      return deleteOutlived(tx, lifetime)
    })
    if (count > 0) gone[lifetime.table.text] = count
  }
  await services.db.transaction({}, async (tx) => {
    await deleteWorn(tx)
    if (Object.keys(gone).length === 0) return
    await appendAudit(tx, services.crypto, {
      event: 'retention.sweep',
      outcome: 'done',
      actor: { kind: 'system' },
      object: { kind: 'retention', id: String(run.job.id), detail: gone },
      correlationId: `job:${run.job.id}`,
      addressHash: null,
    })
  })
}
