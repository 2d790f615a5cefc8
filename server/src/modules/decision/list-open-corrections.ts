import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listOpenCorrectionsEndpoint } from '@xingtan/contract/office/case-exception'
import type { Context } from '../../platform/context.ts'
import { getOfficer } from '../case/index.ts'
import { listOpenCorrectionRows } from './sql-correction.ts'

/** What waits for a second person in this office (DEC-5). */
export async function listOpenCorrections(ctx: Context): Promise<OutputOf<typeof listOpenCorrectionsEndpoint>> {
  const { personId } = getOfficer(ctx)
  const rows = await ctx.read(listOpenCorrectionRows)
  return {
    corrections: rows.map(({ id, proposerPersonId, proposedAt, ...row }) => ({
      correctionId: id,
      ...row,
      proposedAt: proposedAt.toISOString(),
      isOwn: proposerPersonId === personId,
    })),
  }
}
