import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const RequestedItem = z.object({
  code: z.string(),
  name: z.string(),
  reasons: z.array(z.object({ code: z.string(), note: z.string().nullable() })),
})

const RequestRow = z.object({
  id: z.string(),
  applicationId: z.string(),
  round: z.number(),
  items: z.array(RequestedItem),
  note: z.string().nullable(),
  dueOn: z.string(),
  requestedAt: z.date(),
  closedAt: z.date().nullable(),
})
export type RequestRow = z.infer<typeof RequestRow>

const columns = sql`id, application_id, round, items, note, due_on, requested_at, closed_at`

/** What a person is asked to put right now, with the time granted. */
export async function findOpenRequest(tx: Tx, applicationId: string): Promise<RequestRow | undefined> {
  return tx.find(
    RequestRow,
    sql`select ${columns} from supplement_requests where application_id = ${applicationId} and closed_at is null`,
  )
}

const NamedRequest = RequestRow.extend({ requestedByName: z.string() })

/** Everything that was asked for, newest first, with the names of the officers. */
export async function listRequests(tx: Tx, applicationId: string): Promise<z.infer<typeof NamedRequest>[]> {
  return tx.list(
    NamedRequest,
    sql`select r.id, r.application_id, r.round, r.items, r.note, r.due_on, r.requested_at, r.closed_at,
          p.name as requested_by_name
        from supplement_requests r join staff_users u on u.id = r.requested_by join staff_people p on p.id = u.person_id
        where r.application_id = ${applicationId} order by r.round desc`,
  )
}

export interface NewRequest {
  readonly applicationId: string
  readonly items: readonly z.infer<typeof RequestedItem>[]
  readonly note: string | null
  readonly dueOn: string
  readonly dueReason: string | null
  readonly requestedBy: string
}

/** Closes what was open and asks anew; answers id and round. */
export async function insertRequest(tx: Tx, row: NewRequest): Promise<{ readonly id: string; readonly round: number }> {
  await closeOpenRequest(tx, row.applicationId)
  return tx.get(
    z.object({ id: z.string(), round: z.number() }),
    sql`insert into supplement_requests (id, application_id, round, items, note, due_on, due_reason, requested_by, requested_at)
        select ${randomUUID()}, ${row.applicationId},
          coalesce((select max(round) from supplement_requests where application_id = ${row.applicationId}), 0) + 1,
          ${JSON.stringify(row.items)}::jsonb, ${row.note}, ${row.dueOn}, ${row.dueReason}, ${row.requestedBy}, ${tx.now}
        returning id, round`,
  )
}

/** The person has done what was asked, or it is asked no more. */
export async function closeOpenRequest(tx: Tx, applicationId: string): Promise<void> {
  await tx.run(sql`
    update supplement_requests set closed_at = ${tx.now} where application_id = ${applicationId} and closed_at is null`)
}

export async function moveDueDay(
  tx: Tx,
  id: string,
  { dueOn, dueReason }: { readonly dueOn: string; readonly dueReason: string },
): Promise<void> {
  await tx.run(sql`update supplement_requests set due_on = ${dueOn}, due_reason = ${dueReason} where id = ${id}`)
}

/** The request behind a reminder, if it still waits for that very day. */
export async function findWaitingRequest(tx: Tx, id: string, dueOn: string): Promise<RequestRow | undefined> {
  return tx.find(
    RequestRow,
    sql`select ${columns} from supplement_requests where id = ${id} and closed_at is null and due_on = ${dueOn}`,
  )
}
