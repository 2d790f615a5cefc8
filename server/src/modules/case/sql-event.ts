import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewCaseEvent {
  readonly applicationId: string
  readonly kind:
    | 'confirmed'
    | 'confirmation-refused'
    | 'returned'
    | 'vetting-recorded'
    | 'reviewed'
    | 'recognised'
    | 'not-recognised'
  /** Codes, ids and dates; no document numbers, no contacts, no results of class C4. */
  readonly data: object
}

/** Appends one event to each of these cases after their rows were changed; status is what the row now says (I-08). */
export async function appendCaseEvents(
  tx: Tx,
  actor: { readonly kind: 'officer' | 'system'; readonly id: string | null },
  events: readonly NewCaseEvent[],
): Promise<void> {
  await tx.run(sql`
    insert into application_events (application_id, seq, kind, at, actor_kind, actor_id, agency_code, status, data)
    select a.id, (select coalesce(max(seq), 0) + 1 from application_events where application_id = a.id), n.kind, ${tx.now},
      ${actor.kind}, ${actor.id}, a.agency_code, a.status, n.data
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as n("applicationId" uuid, kind text, data jsonb)
    join applications a on a.id = n."applicationId"`)
}

const HistoryRow = z.object({
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
  actorName: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  /** 留言 that was sent with the event. */
  message: z.string().nullable(),
})
export type HistoryRow = z.infer<typeof HistoryRow>

/** The history of a case with the names of the officers, oldest first. */
export async function listHistory(tx: Tx, applicationId: string): Promise<HistoryRow[]> {
  return tx.list(
    HistoryRow,
    sql`select e.kind, e.at, e.actor_kind, p.name as actor_name, e.data, m.body as message
        from application_events e
        left join staff_users u on e.actor_kind = 'officer' and u.id = e.actor_id
        left join staff_people p on p.id = u.person_id
        left join messages m on m.id = (e.data ->> 'messageId')::uuid
        where e.application_id = ${applicationId} order by e.seq`,
  )
}
