import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Attachment = z.object({
  attachmentId: z.string(),
  noticeId: z.string(),
  fileId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  hasPictures: z.boolean(),
})
export type Attachment = z.infer<typeof Attachment>

export interface NewAttachment extends Attachment {
  readonly agencyCode: string
  readonly addedBy: string
}

/** The attachments of these ids that the caller may see, in the order they were added. */
export async function listAttachments(tx: Tx, ids: readonly string[]): Promise<Attachment[]> {
  if (ids.length === 0) return []
  return tx.list(
    Attachment,
    sql`select id as attachment_id, notice_id, file_id, name, media_type, bytes, has_pictures from notice_attachments
        where id = any(${[...ids]}::uuid[]) order by added_at, id`,
  )
}

export async function insertAttachment(tx: Tx, row: NewAttachment): Promise<void> {
  await tx.run(sql`
    insert into notice_attachments (id, notice_id, agency_code, file_id, name, media_type, bytes, has_pictures, added_by, added_at)
    values (${row.attachmentId}, ${row.noticeId}, ${row.agencyCode}, ${row.fileId}, ${row.name}, ${row.mediaType}, ${row.bytes},
      ${row.hasPictures}, ${row.addedBy}, ${tx.now})`)
}
