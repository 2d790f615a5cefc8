import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { withdrawOut } from './sql-own.ts'

/** Takes an announcement down at once; it stays on file with the reason. */
export async function withdrawNotice(
  ctx: Context,
  { noticeId, reason }: { readonly noticeId: string; readonly reason: string },
): Promise<{ done: true }> {
  const { userId } = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    if (!(await withdrawOut(tx, noticeId, userId, reason))) throw problem('notice.not-out')
    tx.concerns('notice', noticeId, { state: 'withdrawn' })
    return { done: true as const }
  })
}
