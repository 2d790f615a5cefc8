import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface AgencyFile {
  readonly agencyCode: string
  readonly hash: string
  readonly mediaType: string
  readonly bytes: number
}

/** Records a file that an agency hands in for itself; answers its id. */
export async function insertAgencyFile(tx: Tx, file: AgencyFile): Promise<string> {
  const id = randomUUID()
  await tx.run(sql`
    insert into files (id, agency_code, kind, hash, media_type, bytes, created_at)
    values (${id}, ${file.agencyCode}, 'document', ${file.hash}, ${file.mediaType}, ${file.bytes}, ${tx.now})`)
  return id
}
