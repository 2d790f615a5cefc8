import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getNoticeEndpoint } from '@xingtan/contract/notice'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { sanitizeRichText } from '../../platform/rich-text.ts'
import { type StoredNotice, findNotice, isNoticeOver, listOfAgency } from './sql.ts'
import { listAttachments } from './sql-attachment.ts'
import { toLine } from './to-line.ts'

/** The announcement while it is out; at the instant it ends it is gone (I-16). */
export async function getOutNotice(tx: Tx, noticeId: string): Promise<StoredNotice> {
  const notice = await findNotice(tx, noticeId)
  if (notice !== undefined) return notice
  throw problem((await isNoticeOver(tx, noticeId)) ? 'notice.over' : 'request.not-found')
}

/** One announcement with its attachments; its text is made clean again for every reader (S-090). */
export async function getNotice(
  ctx: Context,
  input: { readonly noticeId: string },
): Promise<OutputOf<typeof getNoticeEndpoint>> {
  return ctx.read(async (tx) => {
    const notice = await getOutNotice(tx, input.noticeId)
    const attachments = await listAttachments(tx, notice.attachmentIds)
    const related = await listOfAgency(tx, notice.agencyCode, notice.id)
    return {
      ...toLine(notice),
      html: sanitizeRichText(notice.html),
      takenDownAt: notice.takenDownAt?.toISOString() ?? null,
      regionName: notice.regionName,
      attachments: attachments.map(({ attachmentId, name, mediaType, bytes }) => ({
        attachmentId,
        name,
        mediaType,
        bytes,
      })),
      related: related.map(toLine),
    }
  })
}
