import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const ThreadRow = z.object({
  messageId: z.string(),
  at: z.date(),
  from: z.string(),
  by: z.string().nullable(),
  text: z.string(),
  isFromApplicant: z.boolean(),
  isRead: z.boolean(),
})
export type ThreadRow = z.infer<typeof ThreadRow>

/** 留言 of a case in both directions, oldest first. */
export async function listThread(tx: Tx, applicationId: string): Promise<ThreadRow[]> {
  return tx.list(
    ThreadRow,
    sql`select m.id as message_id, m.created_at as at, case when m.direction = 'in' then '申请人' else m.sender end as "from",
          p.name as by, coalesce(m.body, '') as text, m.direction = 'in' as is_from_applicant,
          case when m.direction = 'in' then m.office_read_at is not null else m.state = 'read' end as is_read
        from messages m left join staff_users u on u.id = m.author_id left join staff_people p on p.id = u.person_id
        where m.application_id = ${applicationId} and m.channel = 'site' order by m.created_at, m.id`,
  )
}

/** What the applicant wrote has been seen by the office; answers how many were new. */
export async function markReadByOffice(tx: Tx, applicationId: string): Promise<number> {
  return tx.run(sql`
    update messages set office_read_at = ${tx.now}
    where application_id = ${applicationId} and direction = 'in' and office_read_at is null`)
}

/** How many 留言 the owner of this case has written since an instant. */
export async function countOwnSince(tx: Tx, applicationId: string, since: Date): Promise<number> {
  const { count } = await tx.get(
    z.object({ count: z.number() }),
    sql`select count(*)::int as count from messages
        where application_id = ${applicationId} and direction = 'in' and created_at >= ${since}`,
  )
  return count
}

export interface NewMessage {
  readonly accountId: string
  readonly applicationId: string
  readonly agencyCode: string
  readonly body: string
}

/** The owner writes: unread for the office. Answers the id. */
export async function insertFromApplicant(tx: Tx, row: NewMessage): Promise<string> {
  const id = randomUUID()
  await tx.run(sql`
    insert into messages (id, account_id, application_id, agency_code, direction, channel, template, body, sender, state,
      created_at, sent_at, dedupe_key)
    values (${id}, ${row.accountId}, ${row.applicationId}, ${row.agencyCode}, 'in', 'site', 'thread.own', ${row.body}, '本人',
      'read', ${tx.now}, ${tx.now}, ${`site:${id}`})`)
  return id
}

/** The office writes: unread for the owner. Answers the id. */
export async function insertFromOffice(
  tx: Tx,
  row: NewMessage & { readonly sender: string; readonly authorId: string },
): Promise<string> {
  const id = randomUUID()
  await tx.run(sql`
    insert into messages (id, account_id, application_id, agency_code, author_id, direction, channel, template, body, sender,
      state, created_at, sent_at, dedupe_key)
    values (${id}, ${row.accountId}, ${row.applicationId}, ${row.agencyCode}, ${row.authorId}, 'out', 'site', 'thread.office',
      ${row.body}, ${row.sender}, 'unread', ${tx.now}, ${tx.now}, ${`site:${id}`})`)
  return id
}

/** Whether an outgoing message stands under this key already; asked under the lock of the case. */
export async function isQueued(tx: Tx, dedupeKey: string): Promise<boolean> {
  const { known } = await tx.get(
    z.object({ known: z.boolean() }),
    sql`select exists (select 1 from messages where dedupe_key = ${dedupeKey}) as known`,
  )
  return known
}

const WaitingRow = z.object({
  applicationId: z.string(),
  unread: z.number(),
  waitingSince: z.date(),
  mark: z.string(),
})

export interface WaitingMark {
  readonly since: string
  readonly id: string
}

/** Cases in scope with unread 留言 of their owners, the longest waiting first; by keyset on (first unread, id). */
export async function listWaiting(
  tx: Tx,
  { after, limit }: { readonly after: WaitingMark | null; readonly limit: number },
): Promise<z.infer<typeof WaitingRow>[]> {
  return tx.list(
    WaitingRow,
    sql`select application_id, unread, waiting_since,
          to_char(waiting_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as mark
        from (select application_id, count(*)::int as unread, min(created_at) as waiting_since from messages
              where agency_code = app_agency_code() and direction = 'in' and office_read_at is null
              group by application_id) as waiting
        where ${
          after === null
            ? sql`true`
            : sql`(waiting_since, application_id) > (${after.since}::timestamptz, ${after.id}::uuid)`
        }
        order by waiting_since, application_id limit ${limit}`,
  )
}
