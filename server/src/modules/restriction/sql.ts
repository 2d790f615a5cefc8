import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** When the 限制库 is looked into (APP-12). */
export type RestrictionMoment = 'start' | 'submit' | 'conclusion' | 'numbering' | 'print' | 'hand-over'

export interface RestrictionQuestion {
  readonly accountId: string
  /** Blind index of the person. */
  readonly personIndex: Buffer
  readonly applicationId: string | null
  readonly moment: RestrictionMoment
}

const RecordedCheck = z.object({
  id: z.string(),
  outcome: z.enum(['clear', 'barred', 'held']),
  kind: z.string().nullable(),
  endsOn: z.string().nullable(),
})
export type RecordedCheck = z.infer<typeof RecordedCheck>

/** Asks `restriction_outcome` for the legal day of the transaction and writes down what it said, in one statement. */
export async function recordRestrictionCheck(tx: Tx, asked: RestrictionQuestion): Promise<RecordedCheck> {
  return tx.get(
    RecordedCheck,
    sql`with found as (
          select (array_agg(outcome))[1] as outcome, (array_agg(restriction_id))[1] as restriction_id,
            (array_agg(kind))[1] as kind, (array_agg(ends_on))[1] as ends_on
          from restriction_outcome(${asked.personIndex}, ${tx.today})
        ), written as (
          insert into restriction_checks (id, account_id, application_id, moment, checked_at, outcome, restriction_id)
          select ${randomUUID()}::uuid, ${asked.accountId}, ${asked.applicationId}, ${asked.moment}, ${tx.now},
            coalesce(found.outcome, 'clear'), found.restriction_id from found
          returning id, outcome
        )
        select written.id, written.outcome, found.kind, found.ends_on from written, found`,
  )
}

const RecordedOutcome = z.object({
  id: z.string(),
  applicationId: z.string(),
  outcome: z.enum(['clear', 'barred', 'held']),
})
export type RecordedOutcome = z.infer<typeof RecordedOutcome>

export interface RestrictionCase {
  readonly accountId: string
  readonly personIndex: Buffer
  readonly applicationId: string
}

function toRows(cases: readonly RestrictionCase[]): string {
  return JSON.stringify(
    cases.map((one) => ({ ...one, id: randomUUID(), personIndex: one.personIndex.toString('hex') })),
  )
}

/** Looks for many cases at one moment and writes each look down, in one statement. */
export async function recordRestrictionChecks(
  tx: Tx,
  moment: RestrictionMoment,
  cases: readonly RestrictionCase[],
): Promise<RecordedOutcome[]> {
  return tx.list(
    RecordedOutcome,
    sql`insert into restriction_checks (id, account_id, application_id, moment, checked_at, outcome, restriction_id)
        select n.id, n."accountId", n."applicationId", ${moment}, ${tx.now}, coalesce(f.outcome, 'clear'), f.restriction_id
        from jsonb_to_recordset(${toRows(cases)}::jsonb)
          as n(id uuid, "accountId" uuid, "applicationId" uuid, "personIndex" text)
        left join lateral restriction_outcome(decode(n."personIndex", 'hex'), ${tx.today}) f on true
        returning id, application_id, outcome`,
  )
}

const Preview = z.object({ applicationId: z.string(), outcome: z.enum(['clear', 'barred', 'held']) })

/** The same look without leaving a row: for showing and for dry runs. */
export async function listRestrictionOutcomes(
  tx: Tx,
  cases: readonly RestrictionCase[],
): Promise<z.infer<typeof Preview>[]> {
  return tx.list(
    Preview,
    sql`select n."applicationId" as application_id, coalesce(f.outcome, 'clear') as outcome
        from jsonb_to_recordset(${toRows(cases)}::jsonb) as n("applicationId" uuid, "personIndex" text)
        left join lateral restriction_outcome(decode(n."personIndex", 'hex'), ${tx.today}) f on true`,
  )
}
