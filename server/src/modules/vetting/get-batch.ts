import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getVettingBatchEndpoint } from '@xingtan/contract/office/vetting'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { listBatches } from './sql.ts'
import { listAnswerFiles, listExports, listPeople } from './sql-file.ts'

/** One batch: who is in it, what was taken out and what came back; never what was found. */
export async function getBatch(
  ctx: Context,
  { batchId }: { readonly batchId: string },
): Promise<OutputOf<typeof getVettingBatchEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const [batch] = await listBatches(tx, batchId)
    if (batch === undefined) throw problem('request.not-found')
    const people = await listPeople(tx, batchId)
    const exports = await listExports(tx, batchId)
    const answerFiles = await listAnswerFiles(tx, batchId)
    return {
      batch: { ...batch, requestedAt: batch.requestedAt.toISOString() },
      people: people.map(({ applicationId, registrationNumber, name, isWaiting }) => ({
        applicationId,
        registrationNumber,
        name,
        isAnswered: !isWaiting,
      })),
      exports: exports.map(({ id, purpose, watermark, byName, exportedBy, exportedAt, expiresAt }) => ({
        exportId: id,
        purpose,
        watermark,
        by: byName,
        exportedAt: exportedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        isOpen: exportedBy === officer.userId && expiresAt > tx.now,
      })),
      answerFiles: answerFiles.map(({ id, rowCount, matchedCount, mismatchCount, byName, importedAt }) => ({
        answerFileId: id,
        rowCount,
        matched: matchedCount,
        mismatched: mismatchCount,
        by: byName,
        importedAt: importedAt.toISOString(),
      })),
    }
  })
}
