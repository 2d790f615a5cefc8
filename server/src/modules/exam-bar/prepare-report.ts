import { randomUUID } from 'node:crypto'
import { barsFromExam } from '@xingtan/domain/exam-bar'
import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { type ReportedEntry, ensureReport, findReportedEntry, markReported } from './sql-report.ts'

/** In force, withdrawn after it was told, or nothing to tell. */
function stateOf(entry: ReportedEntry): 'in-force' | 'withdrawn' | undefined {
  // The exam authority knows what it has sent itself.
  if (entry.isImported || !barsFromExam(entry.kind)) return undefined
  if (entry.state === 'effective') return 'in-force'
  return entry.state === 'void' && entry.wasReported ? 'withdrawn' : undefined
}

/** The report of an entry as it stands now; undefined when there is nothing to tell or it was told (INT-4). */
export async function prepareReport(services: Services, run: JobRun, entryId: string) {
  return services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    const entry = await findReportedEntry(tx, entryId)
    const state = entry === undefined ? undefined : stateOf(entry)
    if (entry === undefined || state === undefined) return undefined
    const { id, isSent } = await ensureReport(tx, { id: randomUUID(), entryId, state })
    if (isSent) return undefined
    const { name, kind, decisionNumber, decidedOn: from, endsOn: until } = entry
    const documentNumber = services.crypto.openColumn(entry.numberSealed)
    return { reportId: id, name, documentNumber, kind, state, from, until, decisionNumber }
  })
}

/** The exam authority has taken it, and says whether the person holds a proof. */
export async function recordReported(
  services: Services,
  run: JobRun,
  told: { readonly reportId: string; readonly holdsProof: boolean },
): Promise<void> {
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    await markReported(tx, told.reportId, told.holdsProof)
  })
}
