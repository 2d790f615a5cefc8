import { z } from 'zod'
import { AgencyLevel } from '@xingtan/contract/agency-reference'
import { BulkRunKind } from '@xingtan/contract/office/bulk-run'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import type { WantedApproval } from './judge-approvals.ts'

export interface NewRun {
  readonly id: string
  readonly agencyCode: string
  readonly kind: BulkRunKind
  readonly officerId: string
  readonly officerPersonId: string
  readonly keySerial: string
  readonly cases: readonly WantedApproval[]
}

/** Writes a run with all its rows in the wanted order. */
export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  await tx.run(sql`
    insert into bulk_runs (id, agency_code, kind, officer_id, officer_person_id, key_serial, count, started_at)
    values (${run.id}, ${run.agencyCode}, ${run.kind}, ${run.officerId}, ${run.officerPersonId}, ${run.keySerial},
      ${run.cases.length}, ${tx.now})`)
  const rows = run.cases.map((one, index) => ({ ...one, position: index + 1 }))
  await tx.run(sql`
    insert into bulk_run_rows (run_id, position, application_id, version)
    select ${run.id}, n.position, n."applicationId", n.version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(position int, "applicationId" uuid, version int)`)
}

const RunOrder = z.object({
  id: z.string(),
  kind: BulkRunKind,
  agencyCode: z.string(),
  agencyLevel: AgencyLevel,
  officerId: z.string(),
  officerPersonId: z.string(),
  officerName: z.string(),
  keySerial: z.string(),
  /** The officer may still sign in: who has left or was locked out meanwhile decides nothing more. */
  isEnabled: z.boolean(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
})
export type RunOrder = z.infer<typeof RunOrder>

export async function findRunOrder(tx: Tx, id: string): Promise<RunOrder | undefined> {
  return tx.find(
    RunOrder,
    sql`select r.id, r.kind, r.agency_code, g.level as agency_level, r.officer_id, r.officer_person_id,
          p.name as officer_name, r.key_serial, u.enabled as is_enabled, r.started_at, r.finished_at
        from bulk_runs r join agencies g on g.code = r.agency_code join staff_users u on u.id = r.officer_id
          join staff_people p on p.id = r.officer_person_id
        where r.id = ${id}`,
  )
}

const OpenRow = z.object({ position: z.number(), applicationId: z.string(), version: z.number() })

/** The next rows that have no result, locked: two workers never take the same one. */
export async function takeOpenRows(tx: Tx, runId: string, limit: number): Promise<z.infer<typeof OpenRow>[]> {
  return tx.list(
    OpenRow,
    sql`select position, application_id, version from bulk_run_rows
        where run_id = ${runId} and outcome is null order by position limit ${limit} for update`,
  )
}

export interface RowResult {
  readonly applicationId: string
  readonly outcome: 'done' | 'refused'
  readonly codes: readonly string[]
  readonly sentence: string | null
  readonly number: string | null
}

export async function saveRowResults(tx: Tx, runId: string, results: readonly RowResult[]): Promise<void> {
  await tx.run(sql`
    update bulk_run_rows r set outcome = n.outcome, codes = n.codes, sentence = n.sentence, number = n.number, done_at = ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
      as n("applicationId" uuid, outcome text, codes text[], sentence text, number text)
    where r.run_id = ${runId} and r.application_id = n."applicationId" and r.outcome is null`)
}

export async function markRunFinished(tx: Tx, runId: string): Promise<void> {
  await tx.run(sql`update bulk_runs set finished_at = ${tx.now} where id = ${runId} and finished_at is null`)
}

const ShownRun = z.object({
  id: z.string(),
  kind: BulkRunKind,
  by: z.string(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  count: z.number(),
  done: z.number(),
  refused: z.number(),
})
export type ShownRun = z.infer<typeof ShownRun>

const shown = sql`select r.id, r.kind, p.name as by, r.started_at, r.finished_at, r.count,
    coalesce(n.done, 0) as done, coalesce(n.refused, 0) as refused
  from bulk_runs r join staff_people p on p.id = r.officer_person_id
    left join lateral (select count(*) filter (where outcome = 'done') as done, count(*) filter (where outcome = 'refused') as refused
      from bulk_run_rows where run_id = r.id) n on true`

export async function findShownRun(tx: Tx, id: string): Promise<ShownRun | undefined> {
  return tx.find(ShownRun, sql`${shown} where r.id = ${id}`)
}

export async function listShownRuns(tx: Tx): Promise<ShownRun[]> {
  return tx.list(
    ShownRun,
    sql`${shown} where r.agency_code = app_agency_code() order by r.started_at desc, r.id limit 20`,
  )
}

const ShownRow = z.object({
  applicationId: z.string(),
  registrationNumber: z.string(),
  name: z.string(),
  outcome: z.enum(['done', 'refused']).nullable(),
  number: z.string().nullable(),
  sentence: z.string().nullable(),
})

export async function listShownRows(tx: Tx, runId: string): Promise<z.infer<typeof ShownRow>[]> {
  return tx.list(
    ShownRow,
    sql`select r.application_id, a.registration_number, a.name, r.outcome, r.number, r.sentence
        from bulk_run_rows r join applications a on a.id = r.application_id
        where r.run_id = ${runId} order by r.position`,
  )
}
