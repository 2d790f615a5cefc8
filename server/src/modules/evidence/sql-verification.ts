import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export type VerificationKind = 'exam-proofs' | 'putonghua' | 'enrolment' | 'education' | 'degree' | 'diploma'

const Verification = z.object({
  id: z.string(),
  accountId: z.string(),
  kind: z.enum(['exam-proofs', 'putonghua', 'enrolment', 'education', 'degree', 'diploma']),
  subjectId: z.string().nullable(),
  applicationId: z.string().nullable(),
  asked: z.string().nullable(),
  state: z.enum(['requested', 'answered', 'late']),
  outcome: z.enum(['match', 'mismatch', 'not-found', 'source-down', 'limited']).nullable(),
  answeredAt: z.date().nullable(),
  tries: z.number(),
})
export type Verification = z.infer<typeof Verification>

const columns = sql`id, account_id, kind, subject_id, application_id, asked, state, outcome, answered_at, tries`

export interface NewVerification {
  readonly accountId: string
  readonly kind: VerificationKind
  readonly subjectId: string | null
  readonly applicationId?: string
  readonly asked?: string
}

/** Opens a question; undefined while one about the same thing is open already. */
export async function insertVerification(tx: Tx, question: NewVerification): Promise<string | undefined> {
  const id = randomUUID()
  const written = await tx.run(sql`
    insert into verifications (id, account_id, kind, subject_id, application_id, asked, state, requested_at, requested_on)
    values (${id}, ${question.accountId}, ${question.kind}, ${question.subjectId}, ${question.applicationId ?? null},
      ${question.asked ?? null}, 'requested', ${tx.now}, ${tx.today})
    on conflict do nothing`)
  return written === 1 ? id : undefined
}

/** The open question of this kind about this subject. */
export async function findOpenVerification(
  tx: Tx,
  asked: Pick<NewVerification, 'accountId' | 'kind' | 'subjectId'>,
): Promise<Verification | undefined> {
  return tx.find(
    Verification,
    sql`select ${columns} from verifications
        where account_id = ${asked.accountId} and kind = ${asked.kind} and state <> 'answered'
          and subject_id is not distinct from ${asked.subjectId}`,
  )
}

/** The newest question of this kind. */
export async function findLastVerification(
  tx: Tx,
  accountId: string,
  kind: VerificationKind,
): Promise<Verification | undefined> {
  return tx.find(
    Verification,
    sql`select ${columns} from verifications where account_id = ${accountId} and kind = ${kind}
        order by requested_at desc, id limit 1`,
  )
}

/** The question, for a look. */
export async function findVerification(tx: Tx, id: string): Promise<Verification | undefined> {
  return tx.find(Verification, sql`select ${columns} from verifications where id = ${id} and kind <> 'real-name'`)
}

/** The question under its lock, unless it is answered. */
export async function lockOpenVerification(tx: Tx, id: string): Promise<Verification | undefined> {
  return tx.find(
    Verification,
    sql`select ${columns} from verifications where id = ${id} and kind <> 'real-name' and state <> 'answered' for update`,
  )
}

/** Ends a question whose record the person took back: closed without an outcome, and not counted as a try. */
export async function closeVerification(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update verifications set state = 'answered', outcome = null, answered_at = ${tx.now}, counts = false
    where id = ${id} and state <> 'answered'`)
}

/** No answer for now: the question stays open and is late. */
export async function markVerificationLate(tx: Tx, id: string, outcome: 'source-down' | 'limited'): Promise<void> {
  await tx.run(sql`
    update verifications set state = 'late', outcome = ${outcome}, counts = false, tries = tries + 1 where id = ${id}`)
}

export async function markVerificationAnswered(
  tx: Tx,
  id: string,
  answer: { readonly outcome: 'match' | 'mismatch' | 'not-found'; readonly differingFields: readonly string[] },
): Promise<void> {
  await tx.run(sql`
    update verifications set state = 'answered', outcome = ${answer.outcome}, answered_at = ${tx.now}, counts = true,
      differing_fields = ${[...answer.differingFields]}, tries = tries + 1
    where id = ${id}`)
}
