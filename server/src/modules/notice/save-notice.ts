import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { saveNoticeEndpoint } from '@xingtan/contract/office/notice'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { prepareVersion } from './prepare-version.ts'
import { insertVersion, lockNewestVersion, updateVersion } from './sql-own.ts'

/** Saves the version that is being written, or begins the next one of what was approved; the public sees neither. */
export async function saveNotice(
  ctx: Context,
  { noticeId, revision, ...content }: InputOf<typeof saveNoticeEndpoint>,
): Promise<OutputOf<typeof saveNoticeEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    const newest = await lockNewestVersion(tx, noticeId)
    if (newest === undefined) throw problem('request.not-found')
    const { text, findings } = await prepareVersion(ctx, tx, { officer, content, noticeId })
    const isNew = newest.state === 'approved'
    const version = isNew ? newest.version + 1 : newest.version
    const isSaved = isNew
      ? revision === 0 && (await insertVersion(tx, { ...text, noticeId, version, agencyCode: officer.agencyCode }))
      : await updateVersion(tx, { noticeId, version, revision }, text)
    if (!isSaved) throw problem('notice.changed')
    tx.concerns('notice', noticeId, { version, overridden: content.overrideReason !== null })
    return { revision: isNew ? 1 : revision + 1, findings: [...findings] }
  })
}
