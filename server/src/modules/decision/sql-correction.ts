import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewCorrection {
  readonly id: string
  readonly applicationId: string
  readonly kind: 'reopen' | 'void'
  readonly reason: string
  readonly reviewRequestId: string | null
  readonly proposedBy: string
  readonly proposerPersonId: string
}

/** Proposes to take the live conclusion of the case back; false when there is none. */
export async function insertCorrection(tx: Tx, row: NewCorrection): Promise<boolean> {
  const count = await tx.run(sql`
    insert into conclusion_corrections (id, application_id, decision_id, kind, reason, review_request_id, proposed_by,
      proposer_person_id, proposed_at, state)
    select ${row.id}, d.application_id, d.id, ${row.kind}, ${row.reason}, ${row.reviewRequestId}, ${row.proposedBy},
      ${row.proposerPersonId}, ${tx.now}, 'proposed'
    from decisions d where d.application_id = ${row.applicationId} and d.superseded_at is null`)
  return count === 1
}

/** 认定通过 was taken back before: its certificate is void. */
export async function isVoided(tx: Tx, applicationId: string): Promise<boolean> {
  const { voided } = await tx.get(
    z.object({ voided: z.boolean() }),
    sql`select exists (select 1 from conclusion_corrections
          where application_id = ${applicationId} and kind = 'void' and state = 'confirmed') as voided`,
  )
  return voided
}

const OpenCorrection = z.object({
  id: z.string(),
  decisionId: z.string(),
  kind: z.enum(['reopen', 'void']),
  proposerPersonId: z.string(),
  reviewRequestId: z.string().nullable(),
  /** Who reviewed and who decided what is to be taken back. */
  reviewerPersonId: z.string(),
  approverPersonId: z.string(),
})

export async function findOpenCorrection(
  tx: Tx,
  applicationId: string,
): Promise<z.infer<typeof OpenCorrection> | undefined> {
  return tx.find(
    OpenCorrection,
    sql`select c.id, c.decision_id, c.kind, c.proposer_person_id, c.review_request_id, d.reviewer_person_id, d.approver_person_id
        from conclusion_corrections c join decisions d on d.id = c.decision_id
        where c.application_id = ${applicationId} and c.state = 'proposed'`,
  )
}

export async function markCorrectionAnswered(
  tx: Tx,
  answered: {
    readonly id: string
    readonly state: 'confirmed' | 'declined'
    readonly answeredBy: string
    readonly answererPersonId: string
    readonly answer: string
  },
): Promise<void> {
  await tx.run(sql`
    update conclusion_corrections set state = ${answered.state}, answered_by = ${answered.answeredBy},
      answerer_person_id = ${answered.answererPersonId}, answered_at = ${tx.now}, answer = ${answered.answer}
    where id = ${answered.id}`)
}

/** The old conclusion is no longer the live one; nothing else of it changes. */
export async function markSuperseded(tx: Tx, decisionId: string): Promise<void> {
  await tx.run(sql`update decisions set superseded_at = ${tx.now} where id = ${decisionId}`)
}

/** Holds the records of the case again; a unique index stops it where one serves another case now. */
export async function reserveUsesAgain(tx: Tx, applicationId: string): Promise<void> {
  await tx.run(sql`
    update evidence_uses set state = 'reserved' where application_id = ${applicationId} and state = 'released'`)
}

/** 认定未通过 → 待认定审批: reviewed and approved anew, by a new due day. */
export async function markReopened(
  tx: Tx,
  applicationId: string,
  due: { readonly day: string; readonly provisional: boolean },
): Promise<void> {
  await tx.run(sql`
    update applications set conclusion = null, concluded_at = null, review = null, due_on = ${due.day},
      due_provisional = ${due.provisional}, version = version + 1 where id = ${applicationId}`)
}

/** The case keeps its status, since 认定通过 is never edited; that something happened shows in its version. */
export async function markTouched(tx: Tx, applicationId: string): Promise<void> {
  await tx.run(sql`update applications set version = version + 1 where id = ${applicationId}`)
}

const Correction = z.object({
  id: z.string(),
  kind: z.enum(['reopen', 'void']),
  state: z.enum(['proposed', 'confirmed', 'declined']),
  reason: z.string(),
  proposedBy: z.string(),
  proposerPersonId: z.string(),
  proposedAt: z.date(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.date().nullable(),
  conclusion: z.enum(['passed', 'failed']),
  decidedAt: z.date(),
  decidedBy: z.string(),
  decisionReasons: z.array(z.object({ code: z.string(), note: z.string().nullable() })),
  supersededAt: z.date().nullable(),
})

/** Every correction of a case with the conclusion it is about, oldest first. */
export async function listCorrectionRows(tx: Tx, applicationId: string): Promise<z.infer<typeof Correction>[]> {
  return tx.list(
    Correction,
    sql`select k.id, k.kind, k.state, k.reason, p.name as proposed_by, k.proposer_person_id, k.proposed_at, k.answer, q.name as answered_by,
          k.answered_at, d.conclusion, d.decided_at, o.name as decided_by, d.reasons as decision_reasons, d.superseded_at
        from conclusion_corrections k join decisions d on d.id = k.decision_id
          join staff_people p on p.id = k.proposer_person_id join staff_people o on o.id = d.approver_person_id
          left join staff_people q on q.id = k.answerer_person_id
        where k.application_id = ${applicationId} order by k.proposed_at, k.id`,
  )
}

const OpenCorrectionRow = z.object({
  id: z.string(),
  applicationId: z.string(),
  registrationNumber: z.string(),
  kind: z.enum(['reopen', 'void']),
  reason: z.string(),
  proposedBy: z.string(),
  proposerPersonId: z.string(),
  proposedAt: z.date(),
})

/** Corrections without an answer of cases this office acts on, oldest first. */
export async function listOpenCorrectionRows(tx: Tx): Promise<z.infer<typeof OpenCorrectionRow>[]> {
  return tx.list(
    OpenCorrectionRow,
    sql`select k.id, k.application_id, a.registration_number, k.kind, k.reason, p.name as proposed_by, k.proposer_person_id,
          k.proposed_at
        from conclusion_corrections k join applications a on a.id = k.application_id
          join staff_people p on p.id = k.proposer_person_id
        where k.state = 'proposed' and app_holds_case(a.id) order by k.proposed_at, k.id limit 100`,
  )
}
