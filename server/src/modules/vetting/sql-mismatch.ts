import { MismatchKind } from '@xingtan/contract/office/vetting'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewMismatch {
  readonly id: string
  readonly answerFileId: string
  readonly batchId: string
  readonly agencyCode: string
  readonly rowNumber: number | null
  readonly kind: MismatchKind
  readonly requestId: string | null
  readonly saidSealed: Buffer | null
}

/** Lays rows on the work list; a person who is missing already is missing once. */
export async function insertMismatches(tx: Tx, rows: readonly NewMismatch[]): Promise<void> {
  const texts = rows.map((row) => ({ ...row, saidSealed: row.saidSealed?.toString('hex') ?? null }))
  await tx.run(sql`
    insert into vetting_mismatches (id, answer_file_id, batch_id, agency_code, row_number, kind, request_id, said_sealed)
    select n.id, n."answerFileId", n."batchId", n."agencyCode", n."rowNumber", n.kind, n."requestId",
      decode(n."saidSealed", 'hex')
    from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as n(id uuid, "answerFileId" uuid, "batchId" uuid,
      "agencyCode" text, "rowNumber" int, kind text, "requestId" uuid, "saidSealed" text)
    on conflict do nothing`)
}

/** Who was missing is found: their lines leave the work list by themselves. */
export async function closeMissing(tx: Tx, requestIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    update vetting_mismatches set state = 'answered', settled_at = ${tx.now}
    where request_id = any(${[...requestIds]}) and kind = 'missing' and state = 'open'`)
}

const Mismatch = z.object({
  id: z.string(),
  batchId: z.string(),
  kind: MismatchKind,
  row: z.number().nullable(),
  registrationNumber: z.string().nullable(),
  name: z.string().nullable(),
  policeOfficeName: z.string().nullable(),
  importedAt: z.date(),
})

/** The work list of one's own agency, by keyset on the id. */
export async function listMismatches(tx: Tx, after: string | null, limit: number): Promise<z.infer<typeof Mismatch>[]> {
  return tx.list(
    Mismatch,
    sql`select m.id, m.batch_id, m.kind, m.row_number as row, a.registration_number, a.name, o.name as police_office_name,
          f.imported_at
        from vetting_mismatches m join vetting_answer_files f on f.id = m.answer_file_id
        join vetting_batches b on b.id = m.batch_id left join police_offices o on o.id = b.police_office_id
        left join vetting_requests r on r.id = m.request_id left join applications a on a.id = r.application_id
        where m.agency_code = app_agency_code() and m.state = 'open'
          and ${after === null ? sql`true` : sql`m.id > ${after}::uuid`}
        order by m.id limit ${limit}`,
  )
}

/** Lays a line aside; 0 when it is not open in one's own agency. */
export async function settleMismatch(
  tx: Tx,
  id: string,
  { settledBy, note }: { readonly settledBy: string; readonly note: string },
): Promise<number> {
  return tx.run(sql`
    update vetting_mismatches set state = 'settled', settled_by = ${settledBy}, settled_at = ${tx.now}, note = ${note}
    where id = ${id} and agency_code = app_agency_code() and state = 'open'`)
}
