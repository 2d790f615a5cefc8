import { DocumentType } from '@xingtan/contract/document'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export const VettingKindRow = z.enum(['crime', 'offence'])
export const VettingWayRow = z.enum(['api', 'file'])

const LatestRequest = z.object({
  id: z.string(),
  applicationId: z.string(),
  kind: VettingKindRow,
  state: z.enum(['requested', 'clear', 'hit', 'error', 'purged']),
  requestedAt: z.date(),
  answeredAt: z.date().nullable(),
  validUntil: z.string().nullable(),
})
export type LatestRequest = z.infer<typeof LatestRequest>

/** The newest request of each kind of these cases. */
export async function listLatestRequests(tx: Tx, applicationIds: readonly string[]): Promise<LatestRequest[]> {
  return tx.list(
    LatestRequest,
    sql`select distinct on (application_id, kind) id, application_id, kind, state, requested_at, answered_at, valid_until
        from vetting_requests where application_id = any(${[...applicationIds]})
        order by application_id, kind, requested_at desc, id`,
  )
}

const Consent = z.object({ applicationId: z.string(), id: z.string() })

/** The newest separate consent to the offence query of each of these cases (S-131). */
export async function listOffenceConsents(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<z.infer<typeof Consent>[]> {
  return tx.list(
    Consent,
    sql`select distinct on (application_id) application_id, id from consents
        where application_id = any(${[...applicationIds]}) and purpose = 'offence-query'
        order by application_id, given_at desc, id`,
  )
}

export interface NewBatch {
  readonly id: string
  readonly agencyCode: string
  readonly kind: 'crime' | 'offence'
  readonly way: 'api' | 'file'
  readonly policeOfficeId: string | null
  readonly requestedBy: string
  readonly rows: readonly { readonly id: string; readonly applicationId: string; readonly consentId: string | null }[]
}

/** Writes a batch and one request for each of its cases. */
export async function insertBatch(tx: Tx, batch: NewBatch): Promise<void> {
  await tx.run(sql`
    insert into vetting_batches (id, agency_code, kind, state, way, police_office_id, requested_by, requested_at)
    values (${batch.id}, ${batch.agencyCode}, ${batch.kind}, 'waiting', ${batch.way}, ${batch.policeOfficeId},
      ${batch.requestedBy}, ${tx.now})`)
  await tx.run(sql`
    insert into vetting_requests (id, batch_id, application_id, kind, state, consent_id, requested_at)
    select n.id, ${batch.id}, n."applicationId", ${batch.kind}, 'requested', n."consentId", ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(batch.rows)}::jsonb) as n(id uuid, "applicationId" uuid, "consentId" uuid)`)
}

const BatchRow = z.object({
  batchId: z.string(),
  kind: VettingKindRow,
  way: VettingWayRow,
  policeOfficeName: z.string().nullable(),
  requestedAt: z.date(),
  count: z.number(),
  answered: z.number(),
  hits: z.number(),
  state: z.enum(['waiting', 'sent', 'answered', 'failed']),
})
export type BatchRow = z.infer<typeof BatchRow>

/** The agency's newest fifty batches with their counts, or the one wanted. */
export async function listBatches(tx: Tx, batchId: string | null = null): Promise<BatchRow[]> {
  return tx.list(
    BatchRow,
    sql`with listed as (
          select * from vetting_batches where agency_code = app_agency_code() and ${batchId === null ? sql`true` : sql`id = ${batchId}`}
          order by requested_at desc, id limit 50
        )
        select b.id as batch_id, b.kind, b.way, o.name as police_office_name, b.requested_at, b.state,
          coalesce(n.count, 0) as count, coalesce(n.answered, 0) as answered, coalesce(n.hits, 0) as hits
        from listed b left join police_offices o on o.id = b.police_office_id
        left join vetting_batch_counts(array(select id from listed)) n on n.batch_id = b.id
        order by b.requested_at desc, b.id`,
  )
}

const PendingRow = z.object({
  id: z.string(),
  documentType: DocumentType,
  why: z.enum(['missing', 'error', 'stale']),
  since: z.date(),
})
export type PendingRow = z.infer<typeof PendingRow>

const LIMIT = 500

/**
 * Cases waiting for a conclusion whose newest check of this kind is missing, without result, older than `freshSince`
 * or on a paper that has run out; oldest due day first. Of each cause the most pressing five hundred are looked at.
 */
export async function listPending(tx: Tx, kind: 'crime' | 'offence', freshSince: Date): Promise<PendingRow[]> {
  const standing = sql`select application_id, state, answered_at from vetting_standings
    where agency_code = app_agency_code() and kind = ${kind}`
  return tx.list(
    PendingRow,
    sql`select a.id, a.snapshot #>> '{person,documentType}' as document_type,
          case s.state when 'error' then 'error' when 'clear' then 'stale' else 'missing' end as why,
          coalesce(s.answered_at, a.confirmed_at) as since
        from (
          (${standing} and (state is null or state = 'error')
            order by coalesce(due_on, 'infinity'::date), application_id limit ${LIMIT})
          union all
          (${standing} and state = 'clear' and answered_at < ${freshSince} order by answered_at, application_id limit ${LIMIT})
          union all
          (${standing} and state = 'clear' and valid_until < ${tx.today} and answered_at >= ${freshSince}
            order by valid_until, application_id limit ${LIMIT})
        ) s join applications a on a.id = s.application_id
        order by a.due_on, a.id limit ${LIMIT}`,
  )
}
