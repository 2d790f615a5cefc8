import { z } from 'zod'
import { ApplicationStatus } from '@xingtan/contract/application'
import { CaseStage } from '@xingtan/contract/office/case'
import { QualificationType } from '@xingtan/contract/qualification'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { Snapshot } from './snapshot.ts'

const Bytes = z.instanceof(Buffer)

const CaseRecord = z.object({
  id: z.string(),
  registrationNumber: z.string(),
  accountId: z.string(),
  personIndex: Bytes,
  roundId: z.string(),
  agencyCode: z.string(),
  /** Today's name of the office that answers for the case: of the successor, where there is one. */
  officeName: z.string(),
  pointId: z.string(),
  qualificationType: QualificationType,
  subjectCode: z.string(),
  subjectName: z.string(),
  snapshot: Snapshot,
  policyVersions: z.array(z.string()),
  name: z.string(),
  sex: z.union([z.literal(1), z.literal(2)]),
  birthOn: z.string(),
  numberSealed: Bytes,
  phoneSealed: Bytes,
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
  /** Day since which the case is held, null while it goes on. */
  heldOn: z.string().nullable(),
  status: ApplicationStatus,
  stage: CaseStage,
})
/** A case as the rules need it; numbers and phones stay sealed until somebody has to see them. */
export type CaseRecord = z.infer<typeof CaseRecord>

const columns = sql`id, registration_number, account_id, person_index, round_id, agency_code, point_id, qualification_type,
  subject_code, subject_name, snapshot, policy_versions, name, sex, birth_on, number_sealed, phone_sealed, photo_file_id, signature_file_id,
  submitted_at, version, withdrawn_at, confirmation, confirmed_at, photo_hash, due_on, due_provisional, crime_cleared,
  offence_cleared, vetting_hit, diploma_required, diploma_evidence_id, review, conclusion, concluded_at, held_on, status, stage,
  (select coalesce(s.name, g.name) from agencies g left join agencies s on s.code = g.successor_code
    where g.code = applications.agency_code) as office_name`

/** The case if it is in the caller's scope. */
export async function findCase(tx: Tx, id: string): Promise<CaseRecord | undefined> {
  return tx.find(CaseRecord, sql`select ${columns} from applications where id = ${id}`)
}

/** The case if this office acts on it: at its own desk, or recognised by an agency whose archive it keeps (ADM-2). */
export async function findHeldCase(tx: Tx, id: string): Promise<CaseRecord | undefined> {
  return tx.find(CaseRecord, sql`select ${columns} from applications where id = ${id} and app_holds_case(id)`)
}

/** The case under its lock: every change of a case begins here. */
export async function lockCase(tx: Tx, id: string): Promise<CaseRecord | undefined> {
  return tx.find(CaseRecord, sql`select ${columns} from applications where id = ${id} for update`)
}

/** Cases of a person, newest first. */
export async function listCasesOf(tx: Tx, accountId: string): Promise<CaseRecord[]> {
  return tx.list(
    CaseRecord,
    sql`select ${columns} from applications where account_id = ${accountId} order by submitted_at desc, id`,
  )
}

/** The cases that are in scope, without lock. */
export async function listCases(tx: Tx, ids: readonly string[]): Promise<CaseRecord[]> {
  return tx.list(CaseRecord, sql`select ${columns} from applications where id = any(${[...ids]}) order by id`)
}

/** The cases that are in scope under their locks, taken in the order of ids so that two batches never wait in a ring. */
export async function lockCases(tx: Tx, ids: readonly string[]): Promise<CaseRecord[]> {
  return tx.list(
    CaseRecord,
    sql`select ${columns} from applications where id = any(${[...ids]}) order by id for update`,
  )
}

const UsedRecord = z.object({
  applicationId: z.string(),
  purpose: z.enum(['exam-proof', 'putonghua', 'enrolment', 'education', 'degree', 'diploma']),
  state: z.enum(['waiting', 'match', 'mismatch', 'not-found', 'source-down', 'limited']),
  key: z.string(),
  facts: z.unknown(),
  checkedAt: z.date().nullable(),
})
export type UsedRecord = z.infer<typeof UsedRecord>

/** The records these cases were handed in with, as their sources see them now. */
export async function listUsedRecords(tx: Tx, applicationIds: readonly string[]): Promise<UsedRecord[]> {
  return tx.list(
    UsedRecord,
    sql`select u.application_id, u.purpose, e.state, e.key, e.facts, e.checked_at
        from evidence_uses u join applications a on a.id = u.application_id join evidence e on e.id = u.evidence_id
        where u.application_id = any(${[...applicationIds]}) and (u.state <> 'released' or a.stage = 'closed')
        order by u.application_id, u.purpose, e.id`,
  )
}
