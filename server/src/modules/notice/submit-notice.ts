import type { OutputOf } from '@xingtan/contract/endpoint'
import type { submitNoticeEndpoint } from '@xingtan/contract/office/notice'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { publishApproved } from './publish-approved.ts'
import { needsSecondPerson } from './second-person.ts'
import { lockNewestVersion, submitVersion } from './sql-own.ts'

/** Hands a draft to the second person; where the policy asks for none it is out, or scheduled, with this (PUB-5). */
export async function submitNotice(
  ctx: Context,
  { noticeId, revision }: { readonly noticeId: string; readonly revision: number },
): Promise<OutputOf<typeof submitNoticeEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    const newest = await lockNewestVersion(tx, noticeId)
    if (newest === undefined) throw problem('request.not-found')
    if (newest.state !== 'draft') throw problem('notice.not-open')
    const needsSecond = await needsSecondPerson(tx, officer)
    if (!(await submitVersion(tx, { ...newest, revision }, needsSecond))) throw problem('notice.changed')
    tx.concerns('notice', noticeId, { version: newest.version, needsSecond })
    if (needsSecond) return { state: 'submitted' as const }
    return { state: await publishApproved(ctx, tx, { officer, version: { ...newest, revision } }) }
  })
}
