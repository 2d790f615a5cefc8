import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const MedicalRecord = z.object({
  applicationId: z.string(),
  conclusion: z.enum(['qualified', 'unqualified']),
  examinedOn: z.string(),
  hospital: z.string(),
  formVersion: z.string(),
})
export type MedicalRecord = z.infer<typeof MedicalRecord>

/** The newest conclusion of each of these cases that has one. */
export async function listMedicalRecords(tx: Tx, applicationIds: readonly string[]): Promise<MedicalRecord[]> {
  return tx.list(
    MedicalRecord,
    sql`select distinct on (application_id) application_id, conclusion, examined_on, hospital, form_version
        from medical_records where application_id = any(${[...applicationIds]})
        order by application_id, recorded_at desc, id`,
  )
}

/** Whether a conclusion is on record, without saying which: so much its owner and the triage may know. */
export async function hasMedicalRecord(tx: Tx, applicationId: string): Promise<boolean> {
  const { known } = await tx.get(
    z.object({ known: z.boolean() }),
    sql`select has_medical_record(${applicationId}) as known`,
  )
  return known
}

export interface NewMedicalRecord extends MedicalRecord {
  readonly id: string
  readonly agencyCode: string
  readonly importId: string | null
  readonly recordedBy: string
}

/** Adds conclusions; earlier ones stay, the newest counts. */
export async function insertMedicalRecords(tx: Tx, rows: readonly NewMedicalRecord[]): Promise<void> {
  await tx.run(sql`
    insert into medical_records (id, application_id, agency_code, conclusion, examined_on, hospital, form_version, import_id,
      recorded_by, recorded_at)
    select n.id, n."applicationId", n."agencyCode", n.conclusion, n."examinedOn", n.hospital, n."formVersion", n."importId",
      n."recordedBy", ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, "applicationId" uuid, "agencyCode" text,
      conclusion text, "examinedOn" date, hospital text, "formVersion" text, "importId" uuid, "recordedBy" uuid)`)
}
