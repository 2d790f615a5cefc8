import type { Context } from '../../platform/context.ts'
import { officerOf } from '../agency/index.ts'
import { withdrawSession } from './sql.ts'
import { lockOwnSession } from './to-session.ts'

/** A training recorded by mistake counts no longer; it stays on record with the reason. */
export async function withdrawTraining(
  ctx: Context,
  { sessionId, reason }: { readonly sessionId: string; readonly reason: string },
): Promise<{ done: true }> {
  const officer = officerOf(ctx)
  return ctx.command(async (tx) => {
    await lockOwnSession(tx, officer, sessionId)
    await withdrawSession(tx, { sessionId, userId: officer.userId, reason })
    tx.concerns('training', sessionId, { state: 'withdrawn' })
    return { done: true }
  })
}
