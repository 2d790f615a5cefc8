import type { Context } from '../../platform/context.ts'
import type { BinaryReply } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { findFile } from '../file/index.ts'
import { getOutNotice } from './get-notice.ts'
import { listAttachments } from './sql-attachment.ts'

/** A file beside an announcement, as long as the announcement is out (I-16). */
export async function getNoticeAttachment(
  ctx: Context,
  { noticeId, attachmentId }: { readonly noticeId: string; readonly attachmentId: string },
): Promise<BinaryReply> {
  const { file, name } = await ctx.read(async (tx) => {
    const { attachmentIds } = await getOutNotice(tx, noticeId)
    const [attachment] = await listAttachments(
      tx,
      attachmentIds.filter((id) => id === attachmentId),
    )
    const found = attachment === undefined ? undefined : await findFile(tx, attachment.fileId)
    if (attachment === undefined || found === undefined) throw problem('request.not-found')
    return { file: found, name: attachment.name }
  })
  return { bytes: await ctx.files.get(file.hash), mediaType: file.mediaType, fileName: name }
}
