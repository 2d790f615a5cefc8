import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { decideVersion, lockNewestVersion } from './sql-own.ts'

/** The second person sends a draft back and says why. */
export async function returnNotice(
  ctx: Context,
  input: { readonly noticeId: string; readonly revision: number; readonly note: string },
): Promise<{ done: true }> {
  const { noticeId, revision, note } = input
  const { userId, personId } = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    const newest = await lockNewestVersion(tx, noticeId)
    if (newest === undefined) throw problem('request.not-found')
    if (newest.state !== 'submitted') throw problem('notice.not-open')
    if (newest.writtenPersonId === personId) throw problem('notice.same-person')
    const decision = { ...newest, revision, state: 'returned', note, userId, personId } as const
    if (!(await decideVersion(tx, decision))) throw problem('notice.changed')
    tx.concerns('notice', noticeId, { version: newest.version, state: 'returned' })
    return { done: true as const }
  })
}
