import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewEvent {
  readonly applicationId: string
  readonly kind:
    | 'submitted'
    | 'amended'
    | 'withdrawn'
    | 'confirmed'
    | 'confirmation-refused'
    | 'returned'
    | 'vetting-recorded'
    | 'diploma-recorded'
    | 'reviewed'
    | 'recognised'
    | 'not-recognised'
  readonly actorKind: 'applicant' | 'officer' | 'system'
  readonly actorId: string | null
  /** Codes, ids and dates; no document numbers, no contacts. */
  readonly data: object
}

/** Appends to a case's history, after the row was changed under its lock; status and agency are read from the row (I-08). */
export async function insertEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx.run(sql`
    insert into application_events (application_id, seq, kind, at, actor_kind, actor_id, agency_code, status, data)
    select a.id, (select coalesce(max(seq), 0) + 1 from application_events where application_id = a.id), ${event.kind},
      ${tx.now}, ${event.actorKind}, ${event.actorId}, a.agency_code, a.status, ${JSON.stringify(event.data)}::jsonb
    from applications a where a.id = ${event.applicationId}`)
}

const EventRow = z.object({
  seq: z.number(),
  kind: z.enum([
    'submitted',
    'amended',
    'withdrawn',
    'confirmed',
    'confirmation-refused',
    'returned',
    'vetting-recorded',
    'diploma-recorded',
    'reviewed',
    'recognised',
    'not-recognised',
  ]),
  at: z.date(),
  actorKind: z.enum(['applicant', 'officer', 'system']),
  actorId: z.string().nullable(),
  status: z.string(),
  data: z.record(z.string(), z.unknown()),
})
export type EventRow = z.infer<typeof EventRow>

/** The history of a case, oldest first. */
export async function listEvents(tx: Tx, applicationId: string): Promise<EventRow[]> {
  return tx.list(
    EventRow,
    sql`select seq, kind, at, actor_kind, actor_id, status, data from application_events
        where application_id = ${applicationId} order by seq`,
  )
}

const Submitted = z.object({ registrationNumber: z.string() })

/** The application a draft became, if it was handed in before: a second device is told which. */
export async function findSubmittedFrom(
  tx: Tx,
  accountId: string,
  draftId: string,
): Promise<z.infer<typeof Submitted> | undefined> {
  return tx.find(
    Submitted,
    sql`select a.registration_number from applications a join application_events e on e.application_id = a.id
        where a.account_id = ${accountId} and e.kind in ('submitted', 'amended') and e.data ->> 'draftId' = ${draftId}
        limit 1`,
  )
}
