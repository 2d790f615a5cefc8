import { randomUUID } from 'node:crypto'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { attachToNoticeEndpoint } from '@xingtan/contract/office/notice'
import type { Context } from '../../platform/context.ts'
import { StorageFull } from '../../platform/file-store.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { insertAgencyFile } from '../file/index.ts'
import { checkTexts, throwIfBlocked } from '../content-check/index.ts'
import { readAttachment } from './read-attachment.ts'
import { insertAttachment } from './sql-attachment.ts'
import { listVersions } from './sql-own.ts'

/** Takes a file for an announcement: looked through, name and words, before it is kept; a person's data stop it (S-120). */
export async function attachToNotice(
  ctx: Context,
  { noticeId, fileName }: { readonly noticeId: string; readonly fileName: string },
  wire: Wire,
): Promise<OutputOf<typeof attachToNoticeEndpoint>> {
  const officer = signedInOfficer(ctx)
  const { agencyCode, userId } = officer
  if (wire.file === undefined) throw problem('file.missing')
  const name = fileName.normalize('NFC')
  const read = await readAttachment(wire.file, name)
  await ctx.read(async (tx) => {
    if ((await listVersions(tx, noticeId)).length === 0) throw problem('request.not-found')
    const texts = [{ place: `附件《${name}》`, text: `${name}\n${read.text}` }]
    throwIfBlocked(await checkTexts(ctx, tx, { officer, texts }), false)
  })
  const { hash } = await ctx.files.put(read.bytes).catch((error: unknown) => {
    throw error instanceof StorageFull ? problem('file.storage-full') : error
  })
  return ctx.command(async (tx) => {
    const { mediaType, hasPictures } = read
    const bytes = read.bytes.length
    const fileId = await insertAgencyFile(tx, { agencyCode, hash, mediaType, bytes })
    const attachment = { attachmentId: randomUUID(), name, bytes, hasPictures }
    await insertAttachment(tx, { ...attachment, noticeId, fileId, mediaType, agencyCode, addedBy: userId })
    tx.concerns('notice', noticeId, { attachmentId: attachment.attachmentId, hash })
    return attachment
  })
}
