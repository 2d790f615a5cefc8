import type { OutputOf } from '@xingtan/contract/endpoint'
import type { approveNoticeEndpoint } from '@xingtan/contract/office/notice'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { publishApproved } from './publish-approved.ts'
import { lockNewestVersion } from './sql-own.ts'

/** The second person lets an announcement out: never the writer (PUB-5). */
export async function approveNotice(
  ctx: Context,
  { noticeId, revision }: { readonly noticeId: string; readonly revision: number },
): Promise<OutputOf<typeof approveNoticeEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    const newest = await lockNewestVersion(tx, noticeId)
    if (newest === undefined) throw problem('request.not-found')
    if (newest.state !== 'submitted') throw problem('notice.not-open')
    if (newest.writtenPersonId === officer.personId) throw problem('notice.same-person')
    const state = await publishApproved(ctx, tx, { officer, version: { ...newest, revision } })
    tx.concerns('notice', noticeId, { version: newest.version, state })
    return { state }
  })
}
