import { z } from 'zod'
import { ApplicationStatus } from '@xingtan/contract/application'
import { QualificationType } from '@xingtan/contract/qualification'
import { CaseStage } from '@xingtan/contract/office/case'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { Snapshot } from './snapshot.ts'

const ApplicationRow = z.object({
  id: z.string(),
  registrationNumber: z.string(),
  accountId: z.string(),
  personIndex: z.instanceof(Buffer),
  roundId: z.string(),
  agencyCode: z.string(),
  pointId: z.string(),
  qualificationType: QualificationType,
  subjectCode: z.string(),
  subjectName: z.string(),
  snapshot: Snapshot,
  name: z.string(),
  sex: z.union([z.literal(1), z.literal(2)]),
  birthOn: z.string(),
  numberSealed: z.instanceof(Buffer),
  phoneSealed: z.instanceof(Buffer),
  photoFileId: z.string(),
  signatureFileId: z.string(),
  submittedAt: z.date(),
  version: z.number(),
  withdrawnAt: z.date().nullable(),
  confirmation: z.enum(['accepted', 'refused']).nullable(),
  confirmedAt: z.date().nullable(),
  photoHash: z.string().nullable(),
  dueOn: z.string().nullable(),
  dueProvisional: z.boolean(),
  crimeCleared: z.boolean(),
  offenceCleared: z.boolean(),
  vettingHit: z.boolean(),
  diplomaRequired: z.boolean(),
  diplomaEvidenceId: z.string().nullable(),
  review: z.enum(['pass', 'fail']).nullable(),
  conclusion: z.enum(['passed', 'failed']).nullable(),
  concludedAt: z.date().nullable(),
  status: ApplicationStatus,
  stage: CaseStage,
})
export type ApplicationRow = z.infer<typeof ApplicationRow>

const columns = sql`id, registration_number, account_id, person_index, round_id, agency_code, point_id, qualification_type,
  subject_code, subject_name, snapshot, name, sex, birth_on, number_sealed, phone_sealed, photo_file_id, signature_file_id,
  submitted_at, version, withdrawn_at, confirmation, confirmed_at, photo_hash, due_on, due_provisional, crime_cleared,
  offence_cleared, vetting_hit, diploma_required, diploma_evidence_id, review, conclusion, concluded_at, status, stage`

/** The case if it is in the caller's scope. */
export async function findApplication(tx: Tx, id: string): Promise<ApplicationRow | undefined> {
  return tx.find(ApplicationRow, sql`select ${columns} from applications where id = ${id}`)
}

/** The case under its lock: every change of a case begins here. */
export async function lockApplication(tx: Tx, id: string): Promise<ApplicationRow | undefined> {
  return tx.find(ApplicationRow, sql`select ${columns} from applications where id = ${id} for update`)
}

/** Cases of a person, newest first. */
export async function listApplicationsOf(tx: Tx, accountId: string): Promise<ApplicationRow[]> {
  return tx.list(
    ApplicationRow,
    sql`select ${columns} from applications where account_id = ${accountId} order by submitted_at desc, id`,
  )
}

/** What is written when a draft is handed in. */
export type SubmittedCase = Pick<
  ApplicationRow,
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

/** Records a consent with the version and hash of its text (S-131); consenting to the same text again is one consent. */
export async function insertConsent(
  tx: Tx,
  consent: NewConsent & { readonly id: string; readonly accountId: string; readonly applicationId: string },
): Promise<void> {
  await tx.run(sql`
    insert into consents (id, account_id, application_id, purpose, policy_version, text_hash, given_at)
    values (${consent.id}, ${consent.accountId}, ${consent.applicationId}, ${consent.purpose}, ${consent.policyVersion},
      ${consent.textHash}, ${tx.now})
    on conflict (application_id, purpose, policy_version) do nothing`)
}
