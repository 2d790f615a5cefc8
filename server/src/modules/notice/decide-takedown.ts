import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { decideRow, findTakedown, takeDown } from './sql-takedown.ts'

/** The second person of the upper office: never who proposed it. What is agreed to is gone with this transaction (PUB-5). */
export async function decideTakedown(
  ctx: Context,
  { takedownId, agreed }: { readonly takedownId: string; readonly agreed: boolean },
): Promise<{ done: true }> {
  const { userId, personId } = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    const open = await findTakedown(tx, takedownId)
    if (open === undefined) throw problem('request.not-found')
    if (open.state !== 'proposed') throw problem('notice.takedown-decided')
    if (open.proposedPersonId === personId) throw problem('notice.takedown-same-person')
    const state = agreed ? 'done' : 'declined'
    const isFirst = await decideRow(tx, { takedownId, state, userId, personId })
    if (!isFirst) throw problem('notice.takedown-decided')
    if (agreed && !(await takeDown(tx, takedownId))) throw problem('notice.not-out')
    tx.concerns('notice', open.noticeId, { takedownId, of: open.agencyCode, state })
    return { done: true as const }
  })
}
