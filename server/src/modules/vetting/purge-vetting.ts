import { randomUUID } from 'node:crypto'
import { addDays } from '@xingtan/domain/calendar-day'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import { appendAudit } from '../../platform/audit.ts'
import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { loadPolicyBook } from '../policy/index.ts'
import {
  type PurgeReport,
  clearFindings,
  insertPurge,
  listAgenciesToPurge,
  listScansToErase,
  lockCasesToPurge,
  markScansErased,
  purgeAnswers,
  purgeBatches,
  purgeMismatches,
  purgePapers,
} from './sql-purge.ts'

/** Cases wiped in one transaction: short locks, and little to do again after a crash. */
const CHUNK = 200

async function purgeChunk(tx: Tx, agencyCode: string): Promise<PurgeReport | undefined> {
  const book = await loadPolicyBook(tx, agencyCode)
  const days = book.resolve('vetting.purge-after-days', tx.today).value
  const before = shanghaiInstant(addDays(tx.today, -days), '00:00')
  const caseIds = await lockCasesToPurge(tx, { agencyCode, before, limit: CHUNK })
  if (caseIds.length === 0) return undefined
  const answers = await purgeAnswers(tx, caseIds)
  const requestIds = answers.map(({ id }) => id)
  await clearFindings(tx, caseIds)
  const papers = await purgePapers(tx, caseIds)
  const batches = await purgeBatches(tx, requestIds)
  const mismatches = await purgeMismatches(tx, requestIds)
  const details = answers.filter(({ hadDetail }) => hadDetail).length
  const counts = { cases: caseIds.length, answers: answers.length, details, papers, mismatches, batches }
  const report = { id: randomUUID(), agencyCode, ...counts }
  await insertPurge(tx, report)
  return report
}

/** The bytes go after the rows: a run that dies in between finds them again, and erasing twice is no harm. */
async function eraseScans(services: Services, run: JobRun): Promise<void> {
  for (;;) {
    const scans = await services.db.transaction({}, (tx) => listScansToErase(tx, CHUNK), 'read')
    if (scans.length === 0) return
    for (const { hash, isShared } of scans) if (!isShared) await services.files.delete(hash)
    await services.db.transaction({}, async (tx) => {
      await run.holdLease(tx)
      await markScansErased(
        tx,
        scans.map(({ paperId }) => paperId),
      )
    })
  }
}

/**
 * Wipes the details of checks some days after the end of their case (policy `vetting.purge-after-days`): findings, what
 * sources wrote, references, papers with their scans, rows of answer files. When it was asked and answered, that it was
 * clear, and the hash stay (S-129, I-10; 个人信息保护法 art. 19 and 47).
 */
export async function purgeVetting(services: Services, run: JobRun): Promise<void> {
  const agencies = await services.db.transaction({}, listAgenciesToPurge, 'read')
  for (const agencyCode of agencies) {
    for (;;) {
      const report = await services.db.transaction({}, async (tx) => {
        await run.holdLease(tx)
        const done = await purgeChunk(tx, agencyCode)
        if (done === undefined) return undefined
        const { id, ...counts } = done
        await appendAudit(tx, services.crypto, {
          event: 'vetting.purge',
          outcome: 'done',
          actor: { kind: 'system' },
          object: { kind: 'vetting-purge', id, detail: counts },
          correlationId: `job:${run.job.id}`,
          addressHash: null,
        })
        return done
      })
      if (report === undefined) break
    }
  }
  await eraseScans(services, run)
}
