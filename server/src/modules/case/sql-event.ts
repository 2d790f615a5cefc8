import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { CaseEventKind } from './event-kind.ts'

/** Who did it; only people have an id. */
export interface CaseEventActor {
  readonly kind: 'applicant' | 'officer' | 'system'
  readonly id: string | null
}

export interface NewCaseEvent {
  readonly applicationId: string
  readonly kind: CaseEventKind
  /** Codes, ids and dates; no document numbers, no contacts, no results of class C4. */
  readonly data: object
}

/**
 * Appends one event to each of these cases after their rows were changed under their locks; status and agency are what
 * the row now says (I-08). A command that waited for the lock began before the event it waited for: it is written at
 * that event's instant, not before it (I-19).
 */
export async function appendCaseEvents(tx: Tx, actor: CaseEventActor, events: readonly NewCaseEvent[]): Promise<void> {
  await tx.run(sql`
    insert into application_events (application_id, seq, kind, at, actor_kind, actor_id, agency_code, status, data)
    select a.id, (select coalesce(max(seq), 0) + 1 from application_events where application_id = a.id), n.kind,
      greatest(${tx.now}::timestamptz, (select max(at) from application_events where application_id = a.id)),
      ${actor.kind}, ${actor.id}, a.agency_code, a.status, n.data
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as n("applicationId" uuid, kind text, data jsonb)
    join applications a on a.id = n."applicationId"`)
}

const EventRow = z.object({
  kind: CaseEventKind,
  at: z.date(),
  actorKind: z.enum(['applicant', 'officer', 'system']),
  data: z.record(z.string(), z.unknown()),
})
export type EventRow = z.infer<typeof EventRow>

const columns = sql`e.kind, e.at, e.actor_kind, e.data`

/** The history of a case, oldest first. */
export async function listEvents(tx: Tx, applicationId: string): Promise<EventRow[]> {
  return tx.list(
    EventRow,
    sql`select ${columns} from application_events e where e.application_id = ${applicationId} order by e.seq`,
  )
}

const HistoryRow = EventRow.extend({
  actorName: z.string().nullable(),
  /** 留言 that was sent with the event. */
  message: z.string().nullable(),
})
export type HistoryRow = z.infer<typeof HistoryRow>

/** The same with the names of the officers and their 留言, for the offices alone. */
export async function listHistory(tx: Tx, applicationId: string): Promise<HistoryRow[]> {
  return tx.list(
    HistoryRow,
    sql`select ${columns}, p.name as actor_name, m.body as message
        from application_events e
        left join staff_users u on e.actor_kind = 'officer' and u.id = e.actor_id
        left join staff_people p on p.id = u.person_id
        left join messages m on m.id = (e.data ->> 'messageId')::uuid
        where e.application_id = ${applicationId} order by e.seq`,
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
