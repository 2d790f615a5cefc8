import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewChannelFile {
  readonly id: string
  readonly uploadedBy: string
  readonly name: string
  readonly hash: string
  readonly mediaType: string
  readonly bytes: number
}

export async function insertChannelFile(tx: Tx, file: NewChannelFile): Promise<void> {
  await tx.run(sql`
    insert into channel_files (id, uploaded_by, name, hash, media_type, bytes, uploaded_at)
    values (${file.id}, ${file.uploadedBy}, ${file.name}, ${file.hash}, ${file.mediaType}, ${file.bytes}, ${tx.now})`)
}

/** Ties one's own uploads to a post; answers how many there were. */
export async function attachFiles(tx: Tx, postId: string, fileIds: readonly string[]): Promise<number> {
  return tx.run(sql`
    update channel_files set post_id = ${postId} where id = any (${[...fileIds]}::uuid[]) and post_id is null
      and uploaded_by = app_officer_id()`)
}

const Listed = z.object({ fileId: z.string(), name: z.string(), bytes: z.number() })

export async function listChannelFiles(tx: Tx, postId: string): Promise<z.infer<typeof Listed>[]> {
  return tx.list(
    Listed,
    sql`select id as file_id, name, bytes from channel_files where post_id = ${postId} order by uploaded_at, id`,
  )
}

const Stored = z.object({ hash: z.string(), mediaType: z.string(), name: z.string() })

/** An attachment of a post that is in the officer's scope. */
export async function findChannelFile(
  tx: Tx,
  wanted: { readonly postId: string; readonly fileId: string },
): Promise<z.infer<typeof Stored> | undefined> {
  return tx.find(
    Stored,
    sql`select hash, media_type, name from channel_files where id = ${wanted.fileId} and post_id = ${wanted.postId}`,
  )
}
