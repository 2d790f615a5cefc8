import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import type { CaseRecord } from '../case/index.ts'

/** What is written when a draft is handed in. */
export type SubmittedCase = Pick<
  CaseRecord,
  | 'id'
  | 'registrationNumber'
  | 'accountId'
  | 'personIndex'
  | 'roundId'
  | 'agencyCode'
  | 'pointId'
  | 'qualificationType'
  | 'subjectCode'
  | 'subjectName'
  | 'snapshot'
  | 'name'
  | 'sex'
  | 'birthOn'
  | 'numberSealed'
  | 'phoneSealed'
  | 'photoFileId'
  | 'signatureFileId'
  | 'diplomaRequired'
> & { readonly policyVersions: readonly string[] }

/** Writes a new case; the unique indexes decide when two are handed in at once (S-066). */
export async function insertApplication(tx: Tx, row: SubmittedCase): Promise<void> {
  await tx.run(sql`
    insert into applications (id, registration_number, account_id, person_index, round_id, agency_code, point_id,
      qualification_type, subject_code, subject_name, snapshot, policy_versions, name, sex, birth_on, number_sealed,
      phone_sealed, photo_file_id, signature_file_id, diploma_required, submitted_at)
    values (${row.id}, ${row.registrationNumber}, ${row.accountId}, ${row.personIndex}, ${row.roundId}, ${row.agencyCode},
      ${row.pointId}, ${row.qualificationType}, ${row.subjectCode}, ${row.subjectName},
      ${JSON.stringify(row.snapshot)}::jsonb, ${[...row.policyVersions]}, ${row.name}, ${row.sex}, ${row.birthOn},
      ${row.numberSealed}, ${row.phoneSealed}, ${row.photoFileId}, ${row.signatureFileId}, ${row.diplomaRequired}, ${tx.now})`)
}

/** Writes an amended case over the old one; its 报名号 and first instant stay. */
export async function updateSubmitted(tx: Tx, row: SubmittedCase): Promise<void> {
  await tx.run(sql`
    update applications set round_id = ${row.roundId}, agency_code = ${row.agencyCode}, point_id = ${row.pointId},
      qualification_type = ${row.qualificationType}, subject_code = ${row.subjectCode}, subject_name = ${row.subjectName},
      snapshot = ${JSON.stringify(row.snapshot)}::jsonb, policy_versions = ${[...row.policyVersions]}, name = ${row.name},
      phone_sealed = ${row.phoneSealed}, photo_file_id = ${row.photoFileId}, signature_file_id = ${row.signatureFileId},
      diploma_required = ${row.diplomaRequired}, version = version + 1
    where id = ${row.id}`)
}

export async function markWithdrawn(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update applications set withdrawn_at = ${tx.now}, version = version + 1 where id = ${id}`)
}

export async function markDiploma(tx: Tx, id: string, evidenceId: string): Promise<void> {
  await tx.run(sql`update applications set diploma_evidence_id = ${evidenceId}, version = version + 1 where id = ${id}`)
}

/** Makes photo and signature visible to the officers of the case. */
export async function attachFiles(tx: Tx, applicationId: string, fileIds: readonly string[]): Promise<void> {
  await tx.run(sql`update files set application_id = ${applicationId} where id = any(${[...fileIds]})`)
}

export interface NewConsent {
  readonly purpose: 'agreement' | 'offence-query' | 'promise'
  readonly policyVersion: string
  readonly textHash: Buffer
}

/** Records consents with the version and hash of their texts (S-131); consenting to the same text again is one consent. */
export async function insertConsents(
  tx: Tx,
  by: { readonly accountId: string; readonly applicationId: string },
  consents: readonly NewConsent[],
): Promise<void> {
  const rows = consents.map((consent) => ({ ...consent, id: randomUUID(), textHash: consent.textHash.toString('hex') }))
  await tx.run(sql`
    insert into consents (id, account_id, application_id, purpose, policy_version, text_hash, given_at)
    select n.id, ${by.accountId}, ${by.applicationId}, n.purpose, n."policyVersion", decode(n."textHash", 'hex'), ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n(id uuid, purpose text, "policyVersion" text, "textHash" text)
    on conflict (application_id, purpose, policy_version) do nothing`)
}
