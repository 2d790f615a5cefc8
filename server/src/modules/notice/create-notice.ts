import { randomUUID } from 'node:crypto'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { NoticeContent, createNoticeEndpoint } from '@xingtan/contract/office/notice'
import type { Context } from '../../platform/context.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { prepareVersion } from './prepare-version.ts'
import { insertVersion } from './sql-own.ts'

/** A draft of an announcement; nothing of it is public (PUB-5). */
export async function createNotice(
  ctx: Context,
  content: NoticeContent,
): Promise<OutputOf<typeof createNoticeEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    const { text, findings } = await prepareVersion(ctx, tx, { officer, content })
    const noticeId = randomUUID()
    await insertVersion(tx, { ...text, noticeId, version: 1, agencyCode: officer.agencyCode })
    tx.concerns('notice', noticeId, { version: 1, overridden: content.overrideReason !== null })
    return { noticeId, findings: [...findings] }
  })
}
