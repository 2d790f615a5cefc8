import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

interface Reader {
  readonly postId: string
  readonly userId: string
  readonly agencyCode: string
}

/** Keeps the first reading; later ones change nothing. */
export async function markRead(tx: Tx, reader: Reader): Promise<void> {
  await tx.run(sql`
    insert into channel_receipts (post_id, user_id, agency_code, read_at)
    values (${reader.postId}, ${reader.userId}, ${reader.agencyCode}, ${tx.now}) on conflict do nothing`)
}

/** Keeps the first confirmation. */
export async function markConfirmed(tx: Tx, reader: Reader): Promise<void> {
  await tx.run(sql`
    insert into channel_receipts as r (post_id, user_id, agency_code, read_at, confirmed_at)
    values (${reader.postId}, ${reader.userId}, ${reader.agencyCode}, ${tx.now}, ${tx.now})
    on conflict (post_id, user_id) do update set confirmed_at = coalesce(r.confirmed_at, ${tx.now})`)
}

const Counts = z.object({ addressed: z.number(), read: z.number(), confirmed: z.number() })

/** How many a post of one's own agency is addressed to, and how many have read and confirmed it. */
export async function countReceipts(tx: Tx, postId: string): Promise<z.infer<typeof Counts>> {
  return tx.get(
    Counts,
    sql`select count(*)::int as addressed, count(read_at)::int as read, count(confirmed_at)::int as confirmed
        from channel_recipients(${postId})`,
  )
}

const Recipient = z.object({
  agencyCode: z.string(),
  agencyName: z.string(),
  userId: z.string(),
  name: z.string(),
  readAt: z.date().nullable(),
  confirmedAt: z.date().nullable(),
})

export interface RecipientMark {
  readonly agencyCode: string
  readonly userId: string
}

/** Recipients by agency, all or only those who are still waited for. */
export async function listRecipients(
  tx: Tx,
  wanted: { readonly postId: string; readonly show: 'all' | 'unread' | 'unconfirmed' },
  page: { readonly after: RecipientMark | null; readonly limit: number },
): Promise<z.infer<typeof Recipient>[]> {
  const { after } = page
  const later = after === null ? sql`true` : sql`(agency_code, user_id) > (${after.agencyCode}, ${after.userId}::uuid)`
  return tx.list(
    Recipient,
    sql`select agency_code, agency_name, user_id, name, read_at, confirmed_at from channel_recipients(${wanted.postId})
        where ${later} and (${wanted.show} <> 'unread' or read_at is null)
          and (${wanted.show} <> 'unconfirmed' or confirmed_at is null)
        order by agency_code, user_id limit ${page.limit}`,
  )
}

/** Reminds once a day; answers whether this was the first of the day. */
export async function insertReminder(tx: Tx, postId: string, officerId: string): Promise<boolean> {
  const written = await tx.run(sql`
    insert into channel_reminders (id, post_id, officer_id, on_day, reminded_at)
    values (${randomUUID()}, ${postId}, ${officerId}, ${tx.today}, ${tx.now}) on conflict do nothing`)
  return written === 1
}

/** By the clock: on the last day, and on the first day after it; once each. */
export async function remindDue(tx: Tx): Promise<number> {
  return tx.run(sql`
    insert into channel_reminders (id, post_id, on_day, reminded_at)
    select gen_random_uuid(), p.id, ${tx.today}::date, ${tx.now} from channel_posts p
    where p.receipt_required and p.withdrawn_at is null and p.read_by in (${tx.today}::date, ${tx.today}::date - 1)
    on conflict do nothing`)
}
