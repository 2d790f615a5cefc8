import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewDecision {
  readonly id: string
  readonly applicationId: string
  readonly reviewId: string
  readonly reviewerPersonId: string
  readonly crimeRequestId: string | null
  readonly offenceRequestId: string | null
  readonly restrictionCheckId: string
  readonly reasons: readonly object[]
}

export interface Decided {
  readonly conclusion: 'passed' | 'failed'
  readonly decidedBy: string
  readonly approverPersonId: string
}

/** Writes conclusions with everything they rest on (I-10). */
export async function insertDecisions(tx: Tx, decided: Decided, rows: readonly NewDecision[]): Promise<void> {
  await tx.run(sql`
    insert into decisions (id, application_id, conclusion, reasons, review_id, reviewer_person_id, decided_by,
      approver_person_id, decided_at, crime_request_id, offence_request_id, restriction_check_id)
    select n.id, n."applicationId", ${decided.conclusion}, n.reasons, n."reviewId", n."reviewerPersonId",
      ${decided.decidedBy}, ${decided.approverPersonId}, ${tx.now}, n."crimeRequestId", n."offenceRequestId",
      n."restrictionCheckId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, "applicationId" uuid, "reviewId" uuid,
      "reviewerPersonId" uuid, "crimeRequestId" uuid, "offenceRequestId" uuid, "restrictionCheckId" uuid, reasons jsonb)`)
}

/** 待认定审批 → 认定通过; the unique index refuses a second recognition of the person in the year, nationwide. */
export async function markRecognised(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.run(sql`
    update applications set conclusion = 'passed', concluded_at = ${tx.now},
      recognition_year = extract(year from ${tx.today}::date), version = version + 1
    where id = any(${[...ids]})`)
}

/** 待认定审批 → 认定未通过. */
export async function markNotRecognised(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update applications set conclusion = 'failed', concluded_at = ${tx.now}, version = version + 1 where id = ${id}`)
}

/** Ends the hold of these cases on their records: used up on 认定通过, free again on 认定未通过. */
export async function closeUses(tx: Tx, ids: readonly string[], state: 'consumed' | 'released'): Promise<void> {
  await tx.run(sql`
    update evidence_uses set state = ${state} where application_id = any(${[...ids]}) and state = 'reserved'`)
}

/** Marks a point to come back to when a constraint stops one case of a batch. */
export async function setSavepoint(tx: Tx): Promise<void> {
  await tx.run(sql`savepoint conclusion`)
}

export async function returnToSavepoint(tx: Tx): Promise<void> {
  await tx.run(sql`rollback to savepoint conclusion`)
}

const Decision = z.object({
  conclusion: z.enum(['passed', 'failed']),
  reasons: z.array(z.object({ code: z.string(), note: z.string().nullable() })),
})

/** The conclusion of a case, if there is one. */
export async function findDecision(tx: Tx, applicationId: string): Promise<z.infer<typeof Decision> | undefined> {
  return tx.find(
    Decision,
    sql`select conclusion, reasons from decisions where application_id = ${applicationId} and superseded_at is null`,
  )
}
