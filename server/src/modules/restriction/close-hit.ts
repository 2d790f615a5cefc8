import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { closeHit, hasHit } from './sql-hit.ts'

/** Says what was done about a hit and takes it off the work list. */
export async function closeRestrictionHit(
  ctx: Context,
  input: { readonly hitId: string; readonly note: string },
): Promise<{ done: true }> {
  const { personId } = getOfficer(ctx)
  return ctx.command(async (tx): Promise<{ done: true }> => {
    const written = await closeHit(tx, { hitId: input.hitId, personId, note: input.note })
    if (written === 0) throw problem((await hasHit(tx, input.hitId)) ? 'restriction.hit-closed' : 'request.not-found')
    tx.concerns('restriction-hit', input.hitId)
    return { done: true }
  })
}
