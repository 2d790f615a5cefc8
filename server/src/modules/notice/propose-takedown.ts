import { randomUUID } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { findTarget, insertTakedown } from './sql-takedown.ts'

/** An upper office wants an announcement of an office below taken down; nothing happens until a second person agrees. */
export async function proposeTakedown(
  ctx: Context,
  { noticeId, reason }: { readonly noticeId: string; readonly reason: string },
): Promise<{ takedownId: string }> {
  const { userId, personId, agencyCode: upperCode } = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    await tx.enter({ officerId: userId, agencyCode: upperCode, reach: 'below' })
    const target = await findTarget(tx, noticeId)
    if (target === undefined) throw problem('notice.not-below')
    const takedownId = randomUUID()
    const row = { id: takedownId, noticeId, ...target, upperCode, reason, userId, personId }
    if (!(await insertTakedown(tx, row))) throw problem('notice.takedown-open')
    tx.concerns('notice', noticeId, { takedownId, of: target.agencyCode })
    return { takedownId }
  })
}
