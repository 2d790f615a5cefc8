import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Listed = z.object({
  id: z.string(),
  place: z.number(),
  mediaType: z.enum(['application/pdf', 'image/jpeg']),
  bytes: z.number(),
  addedAt: z.date(),
})
export type ConsultationFile = z.infer<typeof Listed>

export async function listConsultationFiles(tx: Tx, consultationId: string): Promise<ConsultationFile[]> {
  return tx.list(
    Listed,
    sql`select id, place, media_type, bytes, added_at from consultation_files where consultation_id = ${consultationId} order by place`,
  )
}

/**
 * Takes the next free place of the item, up to `most`; answers it, or undefined when all are taken. Two at once never
 * get the same place: the second one is told to try again by the unique key and finds the next.
 */
export async function insertConsultationFile(
  tx: Tx,
  file: {
    readonly consultationId: string
    readonly most: number
    readonly hash: string
    readonly mediaType: string
    readonly bytes: number
  },
): Promise<number | undefined> {
  for (let place = 1; place <= file.most; place += 1) {
    const written = await tx.run(sql`
      insert into consultation_files (id, consultation_id, place, hash, media_type, bytes, added_at)
      values (${randomUUID()}, ${file.consultationId}, ${place}, ${file.hash}, ${file.mediaType}, ${file.bytes}, ${tx.now})
      on conflict (consultation_id, place) do nothing`)
    if (written === 1) return place
  }
  return undefined
}

const Stored = z.object({ hash: z.string(), mediaType: z.string(), place: z.number() })

/** A file of an item that is in the officer's scope. */
export async function findConsultationFile(
  tx: Tx,
  wanted: { readonly consultationId: string; readonly fileId: string },
): Promise<z.infer<typeof Stored> | undefined> {
  return tx.find(
    Stored,
    sql`select hash, media_type, place from consultation_files
        where id = ${wanted.fileId} and consultation_id = ${wanted.consultationId}`,
  )
}
