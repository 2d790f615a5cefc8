import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Last = z.object({ lastSerial: z.number() })

/**
 * Takes `count` serials of an agency and year under the row lock, which is held to the end of the transaction: without
 * COMMIT no number was ever used (S-067, S-069). Answers the last one. The check constraint stops at 999999 (S-068).
 */
export async function takeSerials(
  tx: Tx,
  taken: { readonly agencyCode: string; readonly year: number; readonly count: number },
): Promise<number> {
  const row = await tx.get(
    Last,
    sql`insert into certificate_serials as s (agency_code, year, last_serial)
        values (${taken.agencyCode}, ${taken.year}, ${taken.count})
        on conflict (agency_code, year) do update set last_serial = s.last_serial + excluded.last_serial
        returning last_serial`,
  )
  return row.lastSerial
}

export interface NewCertificate {
  readonly id: string
  readonly number: string
  readonly agencyCode: string
  readonly year: number
  readonly serial: number
  readonly applicationId: string
  readonly name: string
  readonly nameKey: string
  readonly ethnicGroup: string
  readonly agencyName: string
  readonly restrictionCheckId: string
  readonly issuedOn: string
}

/** Writes certificates; what the application holds already is copied from its row. */
export async function insertCertificates(tx: Tx, certificates: readonly NewCertificate[]): Promise<void> {
  await tx.run(sql`
    insert into certificates (id, number, agency_code, year, serial, application_id, account_id, person_index, name, name_key,
      sex, birth_on, ethnic_group, number_sealed, qualification_type, subject_name, agency_name, photo_file_id,
      restriction_check_id, issued_at, issued_on)
    select n.id, n.number, n."agencyCode", n.year, n.serial, a.id, a.account_id, a.person_index, n.name, n."nameKey",
      a.sex, a.birth_on, n."ethnicGroup", a.number_sealed, a.qualification_type, a.subject_name, n."agencyName",
      a.photo_file_id, n."restrictionCheckId", ${tx.now}, n."issuedOn"
    from jsonb_to_recordset(${JSON.stringify(certificates)}::jsonb) as n(id uuid, number text, "agencyCode" text, year int,
      serial int, "applicationId" uuid, name text, "nameKey" text, "ethnicGroup" text, "agencyName" text,
      "restrictionCheckId" uuid, "issuedOn" date)
    join applications a on a.id = n."applicationId"`)
}
