import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const StoredFile = z.object({ id: z.string(), hash: z.string(), mediaType: z.string(), kind: z.string() })
export type StoredFile = z.infer<typeof StoredFile>

export interface NewFile {
  readonly accountId: string | null
  readonly applicationId: string | null
  readonly kind: 'photo' | 'signature' | 'document' | 'material'
  readonly hash: string
  readonly mediaType: string
  readonly bytes: number
  readonly width: number | null
  readonly height: number | null
}

/** Records a file whose content is in the store already; returns its id. */
export async function insertFile(tx: Tx, file: NewFile): Promise<string> {
  const id = randomUUID()
  await tx.run(sql`
    insert into files (id, account_id, application_id, kind, hash, media_type, bytes, width, height, created_at)
    values (${id}, ${file.accountId}, ${file.applicationId}, ${file.kind}, ${file.hash}, ${file.mediaType}, ${file.bytes},
      ${file.width}, ${file.height}, ${tx.now})`)
  return id
}

/** The file if it is in the caller's scope. */
export async function findFile(tx: Tx, fileId: string): Promise<StoredFile | undefined> {
  return tx.find(
    StoredFile,
    sql`select id, hash, media_type, kind from files where id = ${fileId} and removed_at is null`,
  )
}
