import { z } from 'zod'
import { HandoverCause, HandoverItem, HandoverState } from '@xingtan/contract/office/handover'
import type { Tx } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'

const Handover = z.object({
  id: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  giverName: z.string(),
  giverPersonId: z.string(),
  isGiverGone: z.boolean(),
  receiverName: z.string(),
  receiverPersonId: z.string(),
  cause: HandoverCause,
  items: z.array(HandoverItem),
  remarks: z.string(),
  version: z.number(),
  openedByName: z.string(),
  openedAt: z.date(),
  dueOn: z.string(),
  closedAt: z.date().nullable(),
  cancelledBecause: z.string().nullable(),
  state: HandoverState,
})
/** A 交接清单 with the names of its persons. */
export type Handover = z.infer<typeof Handover>

const STATE = sql`case when h.closed_at is not null then 'closed' when h.cancelled_at is not null then 'cancelled' else 'open' end`

const HANDOVER = sql`select h.id, h.agency_code, a.name as agency_name, gp.name as giver_name, h.giver_person_id,
    not gu.enabled as is_giver_gone, rp.name as receiver_name, h.receiver_person_id, h.cause, h.items, h.remarks, h.version,
    op.name as opened_by_name, h.opened_at, h.due_on, h.closed_at, h.cancelled_because, ${STATE} as state
  from handovers h join agencies a on a.code = h.agency_code
    join staff_users gu on gu.id = h.giver_user_id join staff_people gp on gp.id = h.giver_person_id
    join staff_people rp on rp.id = h.receiver_person_id
    join staff_users ou on ou.id = h.opened_by join staff_people op on op.id = ou.person_id`

export async function findHandover(tx: Tx, id: string): Promise<Handover | undefined> {
  return tx.find(Handover, sql`${HANDOVER} where h.id = ${id}`)
}

/** The list under its lock: two signatures come one after the other. */
export async function lockHandover(tx: Tx, id: string): Promise<Handover | undefined> {
  const held = await tx.run(sql`select 1 from handovers where id = ${id} for update`)
  return held === 0 ? undefined : findHandover(tx, id)
}

export interface HandoverFilter {
  readonly show: 'open' | 'late' | 'closed' | 'cancelled' | null
  readonly after: { readonly at: string; readonly id: string } | null
  readonly limit: number
}

function shown(tx: Tx, show: HandoverFilter['show']): Sql {
  const open = sql`h.closed_at is null and h.cancelled_at is null`
  if (show === 'open') return open
  if (show === 'late') return sql`${open} and h.due_on < ${tx.today}`
  if (show === 'closed') return sql`h.closed_at is not null`
  return show === 'cancelled' ? sql`h.cancelled_at is not null` : sql`true`
}

/** Lists in reach, the newest first; keyset paged. */
export async function listHandoverRows(tx: Tx, filter: HandoverFilter): Promise<Handover[]> {
  const { at, id } = filter.after ?? { at: null, id: null }
  return tx.list(
    Handover,
    sql`${HANDOVER} where ${shown(tx, filter.show)}
        and (${at}::timestamptz is null or (date_trunc('milliseconds', h.opened_at), h.id) < (${at}::timestamptz, ${id}::uuid))
        order by date_trunc('milliseconds', h.opened_at) desc, h.id desc limit ${filter.limit}`,
  )
}

/** Lists a person hands over or takes over, the newest fifty. */
export async function listHandoversOf(tx: Tx, personId: string): Promise<Handover[]> {
  return tx.list(
    Handover,
    sql`${HANDOVER} where h.giver_person_id = ${personId} or h.receiver_person_id = ${personId}
        order by h.opened_at desc, h.id limit 50`,
  )
}

const Missing = z.object({ personId: z.string(), name: z.string(), agencyName: z.string(), leftAt: z.date() })

/** People of one's own tree who have left without a list that stands, the longest gone first. */
export async function listMissing(
  tx: Tx,
  page: { readonly after: { readonly at: string; readonly id: string } | null; readonly limit: number },
): Promise<z.infer<typeof Missing>[]> {
  const { at, id } = page.after ?? { at: null, id: null }
  return tx.list(
    Missing,
    sql`select p.id as person_id, p.name, a.name as agency_name, p.left_at
        from staff_people p join agencies a on a.code = p.agency_code
        where p.left_at is not null and p.agency_code = any ((select app_agencies_administered())::text[])
          and exists (select 1 from staff_users u where u.person_id = p.id)
          and not exists (select 1 from handovers h where h.giver_person_id = p.id and h.cancelled_at is null and h.cause = 'leaving')
          and (${at}::timestamptz is null or (date_trunc('milliseconds', p.left_at), p.id) > (${at}::timestamptz, ${id}::uuid))
        order by date_trunc('milliseconds', p.left_at), p.id limit ${page.limit}`,
  )
}

export interface NewHandover {
  readonly id: string
  readonly agencyCode: string
  readonly giver: { readonly userId: string; readonly personId: string }
  readonly receiver: { readonly userId: string; readonly personId: string }
  readonly cause: HandoverCause
  readonly items: readonly HandoverItem[]
  readonly remarks: string
  readonly openedBy: string
  readonly dueOn: string
}

/** Answers false when the giver has an open list already. */
export async function insertHandover(tx: Tx, row: NewHandover): Promise<boolean> {
  const added = await tx.run(sql`
    insert into handovers (id, agency_code, giver_user_id, giver_person_id, receiver_user_id, receiver_person_id, cause, items,
      remarks, opened_by, opened_at, due_on)
    values (${row.id}, ${row.agencyCode}, ${row.giver.userId}, ${row.giver.personId}, ${row.receiver.userId},
      ${row.receiver.personId}, ${row.cause}, ${JSON.stringify(row.items)}::jsonb, ${row.remarks}, ${row.openedBy}, ${tx.now},
      ${row.dueOn})
    on conflict (giver_user_id) where closed_at is null and cancelled_at is null do nothing`)
  return added === 1
}

/** Writes over the version that was seen; answers whether it still stood. */
export async function reviseRow(
  tx: Tx,
  row: {
    readonly id: string
    readonly version: number
    readonly items: readonly HandoverItem[]
    readonly remarks: string
  },
): Promise<boolean> {
  const touched = await tx.run(sql`
    update handovers set items = ${JSON.stringify(row.items)}::jsonb, remarks = ${row.remarks}, version = version + 1
    where id = ${row.id} and version = ${row.version}`)
  return touched === 1
}

export async function closeRow(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update handovers set closed_at = ${tx.now}, version = version + 1 where id = ${id}`)
}

export async function cancelRow(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.run(
    sql`update handovers set cancelled_at = ${tx.now}, cancelled_because = ${reason}, version = version + 1 where id = ${id}`,
  )
}
