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
    sql`select b.id as batch_id, b.kind, b.way, o.name as police_office_name, b.requested_at, b.state, count(r.id) as count,
          count(r.id) filter (where r.state <> 'requested') as answered, count(r.id) filter (where r.state = 'hit') as hits
        from (select * from vetting_batches where agency_code = app_agency_code()
                and ${batchId === null ? sql`true` : sql`id = ${batchId}`}
              order by requested_at desc, id limit 50) b
        left join police_offices o on o.id = b.police_office_id
        left join vetting_requests r on r.batch_id = b.id
        group by b.id, b.kind, b.way, o.name, b.requested_at, b.state order by b.requested_at desc, b.id`,
  )
}

const PendingRow = z.object({
  id: z.string(),
  documentType: DocumentType,
  why: z.enum(['missing', 'error', 'stale']),
  since: z.date(),
})
export type PendingRow = z.infer<typeof PendingRow>

/**
 * Cases waiting for a conclusion whose newest check of this kind is missing, without result, older than `freshSince`
 * or on a paper that has run out; oldest due day first.
 */
export async function listPending(tx: Tx, kind: 'crime' | 'offence', freshSince: Date): Promise<PendingRow[]> {
  return tx.list(
    PendingRow,
    sql`select a.id, a.snapshot #>> '{person,documentType}' as document_type,
          case latest.state when 'error' then 'error' when 'clear' then 'stale' else 'missing' end as why,
          coalesce(latest.answered_at, a.confirmed_at) as since
        from applications a
        left join lateral (
          select r.state, r.answered_at, r.valid_until from vetting_requests r
          where r.application_id = a.id and r.kind = ${kind} order by r.requested_at desc, r.id limit 1) latest on true
        where a.agency_code = app_agency_code()
          and a.stage in ('vetting', 'awaiting-diploma', 'awaiting-review', 'awaiting-approval')
          and (latest.state is null or latest.state = 'error'
            or latest.state = 'clear' and (latest.answered_at < ${freshSince} or latest.valid_until < ${tx.today}))
        order by a.due_on, a.id limit 500`,
  )
}
