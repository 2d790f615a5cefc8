import { z } from 'zod'
import { Lane, OnlineState } from '@xingtan/contract/office/material'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const OnlineCaseRow = z.object({
  applicationId: z.string(),
  state: OnlineState,
  lane: Lane,
  handedInAt: z.date(),
})
export type OnlineCaseRow = z.infer<typeof OnlineCaseRow>

export async function findOnlineCase(tx: Tx, applicationId: string): Promise<OnlineCaseRow | undefined> {
  return tx.find(
    OnlineCaseRow,
    sql`select application_id, state, lane, handed_in_at from online_cases where application_id = ${applicationId}`,
  )
}

/** Records that a case was handed in, first or again: it is the desk's turn. */
export async function saveOnlineCase(
  tx: Tx,
  row: {
    readonly applicationId: string
    readonly agencyCode: string
    readonly pointId: string
    readonly lane: Lane
  },
): Promise<void> {
  await tx.run(sql`
    insert into online_cases (application_id, agency_code, point_id, state, lane, handed_in_at)
    values (${row.applicationId}, ${row.agencyCode}, ${row.pointId}, 'handed-in', ${row.lane}, ${tx.now})
    on conflict (application_id) do update set state = 'handed-in', lane = excluded.lane, handed_in_at = excluded.handed_in_at,
      agency_code = excluded.agency_code, point_id = excluded.point_id, is_open = true`)
}

export async function setOnlineState(tx: Tx, applicationId: string, state: OnlineState): Promise<void> {
  await tx.run(sql`update online_cases set state = ${state} where application_id = ${applicationId}`)
}

/** Lanes as the sources see them now; a queue that shows old ones would mislead. */
export async function saveLanes(
  tx: Tx,
  lanes: readonly { readonly applicationId: string; readonly lane: Lane }[],
): Promise<void> {
  await tx.run(sql`
    update online_cases o set lane = n.lane
    from jsonb_to_recordset(${JSON.stringify(lanes)}::jsonb) as n("applicationId" uuid, lane text)
    where o.application_id = n."applicationId" and o.lane <> n.lane
      and o.application_id = any(${lanes.map(({ applicationId }) => applicationId)}::uuid[])`)
}

export interface OnlineMark {
  readonly handedInAt: string
  readonly id: string
}

const QueuedRow = OnlineCaseRow.extend({ supplementDueOn: z.string().nullable(), mark: z.string() })
export type QueuedRow = z.infer<typeof QueuedRow>

const anything = sql`true`

/** The queue of one's own agency and point, oldest hand-in first; by keyset on (hand-in, id). */
export async function listOnlineCases(
  tx: Tx,
  asked: {
    readonly state: OnlineState
    readonly lane: Lane | null
    readonly after: OnlineMark | null
    readonly limit: number
  },
): Promise<QueuedRow[]> {
  const { state, lane, after, limit } = asked
  return tx.list(
    QueuedRow,
    sql`select o.application_id, o.state, o.lane, o.handed_in_at, s.due_on as supplement_due_on,
          to_char(o.handed_in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as mark
        from online_cases o left join supplement_requests s on s.application_id = o.application_id and s.closed_at is null
        where o.agency_code = app_agency_code() and o.is_open and o.state = ${state}
          and ${lane === null ? anything : sql`o.lane = ${lane}`}
          and ${
            after === null
              ? anything
              : sql`(o.handed_in_at, o.application_id) > (${after.handedInAt}::timestamptz, ${after.id}::uuid)`
          }
        order by o.handed_in_at, o.application_id limit ${limit}`,
  )
}

/** Every act at the online desk changes what the others see: the version of the case goes on. Answers the new one. */
export async function bumpVersion(tx: Tx, applicationId: string): Promise<number> {
  const { version } = await tx.get(
    z.object({ version: z.number() }),
    sql`update applications set version = version + 1 where id = ${applicationId} returning version`,
  )
  return version
}
