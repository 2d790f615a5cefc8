import { randomUUID } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { insertExport, lockOwnBatch, markBatchOut } from './sql-file.ts'

const LIFE_MS = 24 * 3_600_000

/** Opens the list of a batch to the officer who asks, for a purpose and 24 hours; the file is made when it is taken. */
export async function exportBatch(
  ctx: Context,
  { batchId, purpose }: { readonly batchId: string; readonly purpose: string },
): Promise<{ exportId: string; expiresAt: string }> {
  const { agencyCode, userId } = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const batch = await lockOwnBatch(tx, batchId)
    if (batch === undefined) throw problem('request.not-found')
    if (batch.way !== 'file') throw problem('vetting.not-a-file-batch')
    if (batch.state === 'answered') throw problem('vetting.batch-ended')
    const exportId = randomUUID()
    const expiresAt = new Date(tx.now.getTime() + LIFE_MS)
    const watermark = ctx.crypto.mac('vetting-watermark', exportId).subarray(0, 5).toString('hex').toUpperCase()
    await insertExport(tx, { id: exportId, batchId, agencyCode, purpose, watermark, exportedBy: userId, expiresAt })
    await markBatchOut(tx, batchId)
    tx.concerns('vetting-batch', batchId, { exportId, watermark, expiresAt: expiresAt.toISOString() })
    return { exportId, expiresAt: expiresAt.toISOString() }
  })
}
