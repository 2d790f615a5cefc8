import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { VettingKindRow } from './sql.ts'

const Batch = z.object({
  id: z.string(),
  kind: VettingKindRow,
  state: z.enum(['waiting', 'sent', 'answered', 'failed']),
  receipt: z.string().nullable(),
  agencyName: z.string(),
  requestedAt: z.date(),
})
export type Batch = z.infer<typeof Batch>

/** The batch with the full name of its agency. */
export async function findBatch(tx: Tx, batchId: string): Promise<Batch | undefined> {
  return tx.find(
    Batch,
    sql`select b.id, b.kind, b.state, b.receipt, a.name as agency_name, b.requested_at
        from vetting_batches b join agencies a on a.code = b.agency_code where b.id = ${batchId}`,
  )
}

const AskedRow = z.object({
  id: z.string(),
  name: z.string(),
  numberSealed: z.instanceof(Buffer),
  consentId: z.string().nullable(),
  textVersion: z.string().nullable(),
  textHash: z.instanceof(Buffer).nullable(),
  givenAt: z.date().nullable(),
})
export type AskedRow = z.infer<typeof AskedRow>

/** The people of a batch, each with the consent the offence query rests on. */
export async function listAsked(tx: Tx, batchId: string): Promise<AskedRow[]> {
  return tx.list(
    AskedRow,
    sql`select r.id, a.name, a.number_sealed, c.id as consent_id, c.policy_version as text_version, c.text_hash, c.given_at
        from vetting_requests r join applications a on a.id = r.application_id
        left join consents c on c.id = r.consent_id and c.purpose = 'offence-query' and c.application_id = r.application_id
        where r.batch_id = ${batchId} and r.state = 'requested' order by r.id`,
  )
}

export async function markBatchSent(tx: Tx, batchId: string, receipt: string): Promise<void> {
  await tx.run(
    sql`update vetting_batches set state = 'sent', receipt = ${receipt} where id = ${batchId} and state = 'waiting'`,
  )
}

/** Ends a batch, answered or failed. */
export async function markBatchEnded(tx: Tx, batchId: string, state: 'answered' | 'failed'): Promise<void> {
  await tx.run(sql`
    update vetting_batches set state = ${state}, answered_at = ${tx.now}
    where id = ${batchId} and state in ('waiting', 'sent')`)
}

export interface RequestAnswer {
  readonly id: string
  readonly result: 'clear' | 'hit' | 'error'
  /** What the source wrote beside it, sealed. */
  readonly detailSealed: Buffer | null
  readonly answerHash: Buffer
}

const Touched = z.object({ applicationId: z.string() })

/**
 * Records the answers of requests that still wait; answers the cases they belong to, each once. The cases are locked first,
 * as in every other act, because what is known of their checks changes with them.
 */
export async function recordAnswers(tx: Tx, batchId: string, answers: readonly RequestAnswer[]): Promise<string[]> {
  const texts = answers.map((answer) => ({
    ...answer,
    detailSealed: answer.detailSealed?.toString('hex') ?? null,
    answerHash: answer.answerHash.toString('hex'),
  }))
  await tx.run(sql`
    select 1 from applications a where a.id = any(array(select r.application_id from vetting_requests r
      where r.batch_id = ${batchId} and r.id = any(${answers.map(({ id }) => id)}::uuid[])))
    order by a.id for update`)
  const rows = await tx.list(
    Touched,
    sql`update vetting_requests r set state = n.result, answered_at = ${tx.now},
          detail_sealed = decode(n."detailSealed", 'hex'), answer_hash = decode(n."answerHash", 'hex')
        from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
          as n(id uuid, result text, "detailSealed" text, "answerHash" text)
        where r.id = n.id and r.batch_id = ${batchId} and r.state = 'requested' returning r.application_id`,
  )
  return [...new Set(rows.map((row) => row.applicationId))]
}

const LockedCase = z.object({ id: z.string(), isAwaiting: z.boolean() })

/** Locks these cases in the order of ids and says which of them wait for a conclusion. */
export async function lockAwaiting(tx: Tx, applicationIds: readonly string[]): Promise<string[]> {
  const rows = await tx.list(
    LockedCase,
    sql`select id, status = 'awaiting-approval' and withdrawn_at is null as is_awaiting from applications
        where id = any(${[...applicationIds]}) order by id for update`,
  )
  return rows.filter((row) => row.isAwaiting).map((row) => row.id)
}

/** Sets the vetting facts of these cases to what their newest requests of each kind say. */
export async function updateVettingFacts(tx: Tx, applicationIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    update applications a set crime_cleared = n.crime, offence_cleared = n.offence, vetting_hit = n.hit, version = version + 1
    from (
      select application_id, coalesce(bool_or(kind = 'crime' and state = 'clear'), false) as crime,
        coalesce(bool_or(kind = 'offence' and state = 'clear'), false) as offence,
        coalesce(bool_or(state = 'hit'), false) as hit
      from (select distinct on (application_id, kind) application_id, kind, state from vetting_requests
            where application_id = any(${[...applicationIds]}) order by application_id, kind, requested_at desc, id) latest
      group by application_id) n
    where a.id = n.application_id`)
}
