import { PaperKind } from '@xingtan/contract/office/vetting'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewPaper {
  readonly id: string
  readonly applicationId: string
  readonly agencyCode: string
  readonly kind: PaperKind
  readonly issuer: string
  readonly numberSealed: Buffer
  readonly issuedOn: string
  readonly validUntil: string
  readonly reason: string | null
  readonly scanFileId: string
  readonly recordedBy: string
  readonly recorderPersonId: string
}

/** Records a paper; 0 when one of the case waits for the second person already. */
export async function insertPaper(tx: Tx, paper: NewPaper): Promise<number> {
  return tx.run(sql`
    insert into vetting_papers (id, application_id, agency_code, kind, issuer, number_sealed, issued_on, valid_until, reason,
      scan_file_id, state, recorded_by, recorder_person_id, recorded_at)
    values (${paper.id}, ${paper.applicationId}, ${paper.agencyCode}, ${paper.kind}, ${paper.issuer}, ${paper.numberSealed},
      ${paper.issuedOn}, ${paper.validUntil}, ${paper.reason}, ${paper.scanFileId}, 'recorded', ${paper.recordedBy},
      ${paper.recorderPersonId}, ${tx.now})
    on conflict do nothing`)
}

const Paper = z.object({
  id: z.string(),
  applicationId: z.string(),
  registrationNumber: z.string(),
  name: z.string(),
  kind: PaperKind,
  issuer: z.string().nullable(),
  numberSealed: z.instanceof(Buffer).nullable(),
  issuedOn: z.string(),
  validUntil: z.string(),
  reason: z.string().nullable(),
  rejectReason: z.string().nullable(),
  scanFileId: z.string().nullable(),
  state: z.enum(['recorded', 'verified', 'rejected']),
  recorderPersonId: z.string(),
  recordedBy: z.string(),
  recordedAt: z.date(),
  verifiedBy: z.string().nullable(),
  purgedAt: z.date().nullable(),
})
export type Paper = z.infer<typeof Paper>

const columns = sql`v.id, v.application_id, a.registration_number, a.name, v.kind, v.issuer, v.number_sealed, v.issued_on,
  v.valid_until, v.reason, v.reject_reason, v.scan_file_id, v.state, v.recorder_person_id, recorder.name as recorded_by,
  v.recorded_at, verifier.name as verified_by, v.purged_at
  from vetting_papers v join applications a on a.id = v.application_id
  join staff_people recorder on recorder.id = v.recorder_person_id
  left join staff_people verifier on verifier.id = v.verifier_person_id`

/** Papers of the agency's cases: those that wait first, oldest first, then the newest of the others. */
export async function listPapers(tx: Tx): Promise<Paper[]> {
  const waiting = await tx.list(
    Paper,
    sql`select ${columns} where a.agency_code = app_agency_code() and v.state = 'recorded' order by v.recorded_at, v.id limit 200`,
  )
  const judged = await tx.list(
    Paper,
    sql`select ${columns} where a.agency_code = app_agency_code() and v.state <> 'recorded'
        order by v.recorded_at desc, v.id limit 50`,
  )
  return [...waiting, ...judged]
}

export async function findPaper(tx: Tx, id: string): Promise<Paper | undefined> {
  return tx.find(Paper, sql`select ${columns} where v.id = ${id}`)
}

export interface Judgement {
  readonly state: 'verified' | 'rejected'
  readonly reason: string | null
  readonly verifiedBy: string
  readonly verifierPersonId: string
}

/** What the second person says; 0 when somebody was first. */
export async function judgePaper(tx: Tx, id: string, judgement: Judgement): Promise<number> {
  return tx.run(sql`
    update vetting_papers set state = ${judgement.state}, reject_reason = ${judgement.reason},
      verified_by = ${judgement.verifiedBy}, verifier_person_id = ${judgement.verifierPersonId}, verified_at = ${tx.now}
    where id = ${id} and state = 'recorded'`)
}

/** A verified paper is the newest no-crime check of its case. */
export async function insertPaperCheck(
  tx: Tx,
  check: {
    readonly id: string
    readonly applicationId: string
    readonly paperId: string
    readonly validUntil: string
    readonly answerHash: Buffer
  },
): Promise<void> {
  await tx.run(sql`
    insert into vetting_requests (id, application_id, kind, state, source, paper_id, paper_state, valid_until, requested_at,
      answered_at, answer_hash)
    values (${check.id}, ${check.applicationId}, 'crime', 'clear', 'paper', ${check.paperId}, 'verified', ${check.validUntil},
      ${tx.now}, ${tx.now}, ${check.answerHash})`)
}
