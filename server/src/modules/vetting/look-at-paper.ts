import type { OutputOf } from '@xingtan/contract/endpoint'
import type { lookAtPaperEndpoint } from '@xingtan/contract/office/vetting'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { makeFileLink } from '../file/index.ts'
import { insertLook } from './sql-look.ts'
import { findPaper } from './sql-paper.ts'

/** Everything on one paper; each look is an event and a line on the list of looks (DEC-2). */
export async function lookAtPaper(
  ctx: Context,
  { paperId }: { readonly paperId: string },
): Promise<OutputOf<typeof lookAtPaperEndpoint>> {
  const { agencyCode, userId } = getOfficer(ctx)
  return ctx.write(async (tx) => {
    const paper = await findPaper(tx, paperId)
    if (paper === undefined) throw problem('request.not-found')
    const { applicationId, issuer, numberSealed, reason, rejectReason, scanFileId } = paper
    tx.concerns('application', applicationId, { paperId }, 'read')
    const look = { applicationId, batchId: null, way: 'paper', purpose: null } as const
    await insertLook(tx, { ...look, agencyCode, lookedBy: userId })
    const isPurged = paper.purgedAt !== null
    return {
      issuer,
      number: numberSealed === null ? null : ctx.crypto.openColumn(numberSealed),
      reason,
      rejectReason,
      scanUrl: isPurged || scanFileId === null ? null : makeFileLink(ctx.crypto, ctx.actor, scanFileId, tx.now),
      isPurged,
    }
  })
}
