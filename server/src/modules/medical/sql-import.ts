import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const MatchRow = z.object({
  id: z.string(),
  registrationNumber: z.string(),
  personIndex: z.instanceof(Buffer),
  name: z.string(),
})
export type MatchRow = z.infer<typeof MatchRow>

/** Open cases in scope under these 报名号 or persons. */
export async function findOpenCases(
  tx: Tx,
  wanted: { readonly registrationNumbers: readonly string[]; readonly personIndexes: readonly Buffer[] },
): Promise<MatchRow[]> {
  return tx.list(
    MatchRow,
    sql`select id, registration_number, person_index, name from applications
        where agency_code = app_agency_code() and stage <> 'closed' and withdrawn_at is null
          and conclusion is distinct from 'failed'
          and (registration_number = any(${[...wanted.registrationNumbers]})
            or person_index = any(${[...wanted.personIndexes]}::bytea[]))`,
  )
}

export interface NewImport {
  readonly id: string
  readonly agencyCode: string
  readonly fileHash: string
  readonly rowCount: number
  readonly matchedCount: number
  readonly importedBy: string
}

/** Records the import; 0 when the same sheet was taken in before. */
export async function insertImport(tx: Tx, row: NewImport): Promise<number> {
  return tx.run(sql`
    insert into medical_imports (id, agency_code, file_hash, row_count, matched_count, imported_by, imported_at)
    values (${row.id}, ${row.agencyCode}, ${row.fileHash}, ${row.rowCount}, ${row.matchedCount}, ${row.importedBy}, ${tx.now})
    on conflict do nothing`)
}

export interface NewUnmatched {
  readonly id: string
  readonly importId: string
  readonly agencyCode: string
  readonly rowNumber: number
  readonly keySealed: Buffer
  readonly nameSealed: Buffer
  readonly conclusion: string
  readonly examinedOn: string
  readonly hospital: string
  readonly formVersion: string
  readonly problem: 'not-found' | 'name-differs' | 'several'
}

export async function insertUnmatched(tx: Tx, rows: readonly NewUnmatched[]): Promise<void> {
  const texts = rows.map(({ keySealed, nameSealed, ...row }) => ({
    ...row,
    keySealed: keySealed.toString('hex'),
    nameSealed: nameSealed.toString('hex'),
  }))
  await tx.run(sql`
    insert into medical_unmatched (id, import_id, agency_code, row_number, key_sealed, name_sealed, conclusion, examined_on,
      hospital, form_version, problem)
    select n.id, n."importId", n."agencyCode", n."rowNumber", decode(n."keySealed", 'hex'), decode(n."nameSealed", 'hex'),
      n.conclusion, n."examinedOn", n.hospital, n."formVersion", n.problem
    from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as n(id uuid, "importId" uuid, "agencyCode" text,
      "rowNumber" int, "keySealed" text, "nameSealed" text, conclusion text, "examinedOn" date, hospital text,
      "formVersion" text, problem text)`)
}

const UnmatchedRow = z.object({
  id: z.string(),
  rowNumber: z.number(),
  keySealed: z.instanceof(Buffer),
  nameSealed: z.instanceof(Buffer),
  conclusion: z.enum(['qualified', 'unqualified']),
  examinedOn: z.string(),
  hospital: z.string(),
  formVersion: z.string(),
  problem: z.enum(['not-found', 'name-differs', 'several']),
  state: z.enum(['open', 'matched', 'dismissed']),
  importedAt: z.date(),
})
export type UnmatchedRow = z.infer<typeof UnmatchedRow>

const columns = sql`u.id, u.row_number, u.key_sealed, u.name_sealed, u.conclusion, u.examined_on, u.hospital, u.form_version,
  u.problem, u.state, i.imported_at from medical_unmatched u join medical_imports i on i.id = u.import_id`

/** The work list of one's own agency, by keyset on the id. */
export async function listUnmatched(tx: Tx, after: string | null, limit: number): Promise<UnmatchedRow[]> {
  return tx.list(
    UnmatchedRow,
    sql`select ${columns} where u.agency_code = app_agency_code() and u.state = 'open'
          and ${after === null ? sql`true` : sql`u.id > ${after}::uuid`}
        order by u.id limit ${limit}`,
  )
}

export async function lockUnmatched(tx: Tx, id: string): Promise<UnmatchedRow | undefined> {
  return tx.find(UnmatchedRow, sql`select ${columns} where u.id = ${id} for update of u`)
}

export async function solveUnmatched(
  tx: Tx,
  id: string,
  { solvedBy, medicalRecordId }: { readonly solvedBy: string; readonly medicalRecordId: string | null },
): Promise<void> {
  await tx.run(sql`
    update medical_unmatched set state = ${medicalRecordId === null ? 'dismissed' : 'matched'}, solved_by = ${solvedBy},
      solved_at = ${tx.now}, medical_record_id = ${medicalRecordId}
    where id = ${id} and state = 'open'`)
}
