import { TakedownState } from '@xingtan/contract/office/notice-takedown'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const BelowRow = z.object({
  noticeId: z.string(),
  title: z.string(),
  agencyName: z.string(),
  publishedAt: z.date(),
  isProposed: z.boolean(),
})
export type BelowRow = z.infer<typeof BelowRow>

export interface BelowWish {
  /** Part of the title; null for all. */
  readonly text: string | null
  readonly after: { readonly at: string; readonly id: string } | null
  readonly limit: number
}

/** What offices below have before the public now; the scope of the transaction is the tree below. */
export async function listBelow(tx: Tx, { text, after, limit }: BelowWish): Promise<BelowRow[]> {
  const { at, id } = after ?? { at: null, id: null }
  return tx.list(
    BelowRow,
    sql`select n.id as notice_id, n.title, a.name as agency_name, n.published_at,
          exists (select 1 from notice_takedowns t where t.notice_id = n.id and t.state = 'proposed') as is_proposed
        from notices n join agencies a on a.code = n.agency_code
        where n.agency_code <> app_agency_code() and n.withdrawn_at is null and n.published_at <= ${tx.now}
          and (n.taken_down_at is null or n.taken_down_at > ${tx.now})
          and (${text}::text is null or strpos(n.title, ${text}) > 0)
          and (${at}::timestamptz is null
            or (date_trunc('milliseconds', n.published_at), n.id) < (${at}::timestamptz, ${id}::uuid))
        order by date_trunc('milliseconds', n.published_at) desc, n.id desc limit ${limit}`,
  )
}

const Target = z.object({ agencyCode: z.string(), title: z.string() })

/** An announcement of an office below that is before the public or will be; nothing else is found. */
export async function findTarget(tx: Tx, noticeId: string): Promise<z.infer<typeof Target> | undefined> {
  return tx.find(
    Target,
    sql`select agency_code, title from notices
        where id = ${noticeId} and agency_code <> app_agency_code() and withdrawn_at is null
          and (taken_down_at is null or taken_down_at > ${tx.now})`,
  )
}

export interface NewTakedown {
  readonly id: string
  readonly noticeId: string
  readonly agencyCode: string
  readonly title: string
  readonly upperCode: string
  readonly reason: string
  readonly userId: string
  readonly personId: string
}

/** Answers false while another proposal about it is open. */
export async function insertTakedown(tx: Tx, row: NewTakedown): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into notice_takedowns (id, notice_id, agency_code, title, upper_code, reason, proposed_by, proposed_person_id, proposed_at)
    values (${row.id}, ${row.noticeId}, ${row.agencyCode}, ${row.title}, ${row.upperCode}, ${row.reason}, ${row.userId},
      ${row.personId}, ${tx.now})
    on conflict do nothing`)
  return inserted === 1
}

const Open = z.object({
  noticeId: z.string(),
  agencyCode: z.string(),
  proposedPersonId: z.string(),
  state: TakedownState,
})

/** A proposal of the own office. */
export async function findTakedown(tx: Tx, takedownId: string): Promise<z.infer<typeof Open> | undefined> {
  return tx.find(
    Open,
    sql`select notice_id, agency_code, proposed_person_id, state from notice_takedowns
        where id = ${takedownId} and upper_code = app_agency_code()`,
  )
}

interface TakedownDecision {
  readonly takedownId: string
  readonly state: 'done' | 'declined'
  readonly userId: string
  readonly personId: string
}

/** Answers false when somebody has decided it meanwhile. */
export async function decideRow(tx: Tx, decision: TakedownDecision): Promise<boolean> {
  const { takedownId, state, userId, personId } = decision
  const decided = await tx.run(sql`
    update notice_takedowns set state = ${state}, decided_by = ${userId}, decided_person_id = ${personId}, decided_at = ${tx.now}
    where id = ${takedownId} and state = 'proposed'`)
  return decided === 1
}

const Taken = z.object({ taken: z.boolean() })

/** Takes it off; false when it is not before the public any more. */
export async function takeDown(tx: Tx, takedownId: string): Promise<boolean> {
  return (await tx.get(Taken, sql`select take_down_notice(${takedownId}) as taken`)).taken
}

const TakedownRow = z.object({
  takedownId: z.string(),
  noticeId: z.string(),
  title: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  upperName: z.string(),
  reason: z.string(),
  state: TakedownState,
  proposedBy: z.string().nullable(),
  proposedPersonId: z.string(),
  proposedAt: z.date(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
})
export type TakedownRow = z.infer<typeof TakedownRow>

/** Those of the last year that the asking office may see; names of people of another office are left out. */
export async function listRows(tx: Tx): Promise<TakedownRow[]> {
  return tx.list(
    TakedownRow,
    sql`select t.id as takedown_id, t.notice_id, t.title, t.agency_code, a.name as agency_name, u.name as upper_name, t.reason,
          t.state, p.name as proposed_by, t.proposed_person_id, t.proposed_at, d.name as decided_by, t.decided_at
        from notice_takedowns t join agencies a on a.code = t.agency_code join agencies u on u.code = t.upper_code
        left join staff_people p on p.id = t.proposed_person_id and t.upper_code = app_agency_code()
        left join staff_people d on d.id = t.decided_person_id and t.upper_code = app_agency_code()
        where t.proposed_at > ${tx.now}::timestamptz - interval '1 year'
        order by (t.state = 'proposed') desc, t.proposed_at desc, t.id limit 100`,
  )
}
