import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { endSessionInScope } from './sql-session-list.ts'

/** A security officer ends a session at once: the next request of that browser is refused and told so (S-023, S-032). */
export async function endSession(
  ctx: Context,
  input: { readonly sessionId: string; readonly reason: string },
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const { sessionId, reason: note } = input
    const userId = await endSessionInScope(tx, { sessionId, endedBy: officer.userId, note })
    if (userId === undefined) throw problem('request.not-found')
    tx.concerns('staff-user', userId, { ended: 'security-officer', sessionId })
    return { done: true }
  })
}
