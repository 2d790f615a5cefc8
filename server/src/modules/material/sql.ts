import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const LiveMaterial = z.object({
  id: z.string(),
  code: z.string(),
  fileId: z.string(),
  bytes: z.number(),
  pages: z.number(),
  state: z.enum(['uploaded', 'handed-in', 'accepted', 'rejected']),
  reasons: z.array(z.object({ code: z.string(), note: z.string().nullable() })),
  uploadedAt: z.date(),
  handedInAt: z.date().nullable(),
})
export type LiveMaterial = z.infer<typeof LiveMaterial>

/** The live file of each material of a case. */
export async function listLiveMaterials(tx: Tx, applicationId: string): Promise<LiveMaterial[]> {
  return tx.list(
    LiveMaterial,
    sql`select id, code, file_id, bytes, pages, state, reasons, uploaded_at, handed_in_at from materials
        where application_id = ${applicationId} and replaced_at is null order by code`,
  )
}

const FiledRow = z.object({ applicationId: z.string(), code: z.string(), state: LiveMaterial.shape.state })

/** Codes and states of the live files of many cases, for the triage of a list. */
export async function listFiled(tx: Tx, applicationIds: readonly string[]): Promise<z.infer<typeof FiledRow>[]> {
  return tx.list(
    FiledRow,
    sql`select application_id, code, state from materials
        where application_id = any(${[...applicationIds]}) and replaced_at is null`,
  )
}

export interface NewMaterial {
  readonly id: string
  readonly applicationId: string
  readonly code: string
  readonly fileId: string
  readonly bytes: number
  readonly pages: number
}

/** Lays a new file in the place of the one before, which stays as it was judged. */
export async function replaceMaterial(tx: Tx, row: NewMaterial): Promise<void> {
  await tx.run(sql`
    update materials set replaced_at = ${tx.now}
    where application_id = ${row.applicationId} and code = ${row.code} and replaced_at is null`)
  await tx.run(sql`
    insert into materials (id, application_id, code, file_id, bytes, pages, state, uploaded_at)
    values (${row.id}, ${row.applicationId}, ${row.code}, ${row.fileId}, ${row.bytes}, ${row.pages}, 'uploaded', ${tx.now})`)
}

export async function markHandedIn(tx: Tx, applicationId: string): Promise<void> {
  await tx.run(sql`
    update materials set state = 'handed-in', handed_in_at = ${tx.now}
    where application_id = ${applicationId} and replaced_at is null and state = 'uploaded'`)
}

export interface JudgedMaterial {
  readonly id: string
  readonly accepted: boolean
  readonly reasons: readonly object[]
}

/** Writes what the desk said of each file; a file that was replaced meanwhile is not touched. Answers how many were. */
export async function judgeMaterials(
  tx: Tx,
  applicationId: string,
  { judgedBy, judgements }: { readonly judgedBy: string; readonly judgements: readonly JudgedMaterial[] },
): Promise<number> {
  return tx.run(sql`
    update materials m set state = case when n.accepted then 'accepted' else 'rejected' end, reasons = n.reasons,
      judged_by = ${judgedBy}, judged_at = ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(judgements)}::jsonb) as n(id uuid, accepted boolean, reasons jsonb)
    where m.id = n.id and m.application_id = ${applicationId} and m.replaced_at is null and m.state <> 'uploaded'`)
}
