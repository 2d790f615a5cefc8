import { z } from 'zod'
import { AgencyLevel } from '@xingtan/contract/agency-reference'
import { ChannelAudience, type ChannelBox, ChannelKind } from '@xingtan/contract/office/channel'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Post = z.object({
  id: z.string(),
  kind: ChannelKind,
  title: z.string(),
  body: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  audience: ChannelAudience,
  toAgencyName: z.string().nullable(),
  authorName: z.string().nullable(),
  answersId: z.string().nullable(),
  receiptRequired: z.boolean(),
  readBy: z.string().nullable(),
  postedAt: z.date(),
  withdrawnAt: z.date().nullable(),
  withdrawnBecause: z.string().nullable(),
  isForMe: z.boolean(),
  readAt: z.date().nullable(),
  confirmedAt: z.date().nullable(),
  remindedAt: z.date().nullable(),
})
export type ChannelPost = z.infer<typeof Post>

const columns = (
  roles: readonly string[],
) => sql`p.id, p.kind, p.title, p.body, p.agency_code, g.name as agency_name, p.audience,
  t.name as to_agency_name, consultation_officer_name(p.author_id) as author_name, p.answers_id, p.receipt_required, p.read_by,
  p.posted_at, p.withdrawn_at, p.withdrawn_because,
  (p.agency_code <> app_agency_code() and (cardinality(p.roles) = 0 or p.roles && ${[...roles]}::text[])) as is_for_me,
  r.read_at, r.confirmed_at, (select max(m.reminded_at) from channel_reminders m where m.post_id = p.id) as reminded_at`
const from = sql`channel_posts p join agencies g on g.code = p.agency_code left join agencies t on t.code = p.to_agency_code
  left join channel_receipts r on r.post_id = p.id and r.user_id = app_officer_id()`

/** The post if it came to the officer's agency or went out from it. */
export async function findPost(tx: Tx, postId: string, roles: readonly string[]): Promise<ChannelPost | undefined> {
  return tx.find(Post, sql`select ${columns(roles)} from ${from} where p.id = ${postId}`)
}

export interface PostFilter {
  readonly box: ChannelBox
  readonly kind: ChannelKind | null
  readonly isUnconfirmed: boolean
  /** A pattern for `ilike`, escaped; null for everything. */
  readonly pattern: string | null
  readonly roles: readonly string[]
}

export interface PostMark {
  readonly postedAt: string
  readonly id: string
}

/** Posts of a box, newest first; what was withdrawn is shown to its author's agency alone. */
export async function listPosts(
  tx: Tx,
  filter: PostFilter,
  page: { readonly after: PostMark | null; readonly limit: number },
): Promise<ChannelPost[]> {
  const { roles, kind, pattern } = filter
  const box =
    filter.box === 'out'
      ? sql`p.agency_code = app_agency_code()`
      : sql`p.agency_code <> app_agency_code() and (cardinality(p.roles) = 0 or p.roles && ${[...roles]}::text[])`
  const later =
    page.after === null
      ? sql`true`
      : sql`(p.posted_at, p.id) < (${page.after.postedAt}::timestamptz, ${page.after.id}::uuid)`
  return tx.list(
    Post,
    sql`select ${columns(roles)} from ${from}
        where ${box} and ${later} and (${kind}::text is null or p.kind = ${kind})
          and (${pattern}::text is null or p.title ilike ${pattern} or p.body ilike ${pattern})
          and (not ${filter.isUnconfirmed}::boolean or (p.receipt_required and r.confirmed_at is null))
        order by p.posted_at desc, p.id desc limit ${page.limit}`,
  )
}

const Summary = z.object({ unread: z.number(), unconfirmed: z.number(), overdue: z.number() })

/** What waits for this officer among the posts of the last two years. */
export async function summarisePosts(tx: Tx, roles: readonly string[]): Promise<z.infer<typeof Summary>> {
  return tx.get(
    Summary,
    sql`select count(*) filter (where r.read_at is null)::int as unread,
          count(*) filter (where p.receipt_required and r.confirmed_at is null)::int as unconfirmed,
          count(*) filter (where p.receipt_required and r.confirmed_at is null and p.read_by < ${tx.today}::date)::int as overdue
        from channel_posts p left join channel_receipts r on r.post_id = p.id and r.user_id = app_officer_id()
        where p.agency_code <> app_agency_code() and p.posted_at > ${tx.now}::timestamptz - interval '2 years'
          and (cardinality(p.roles) = 0 or p.roles && ${[...roles]}::text[])`,
  )
}

export interface NewPost {
  readonly id: string
  readonly agencyCode: string
  readonly authorId: string
  readonly kind: ChannelKind
  readonly title: string
  readonly body: string
  readonly audience: ChannelAudience
  readonly toAgencyCode: string | null
  readonly roles: readonly string[]
  readonly answersId: string | null
  readonly receiptRequired: boolean
  readonly readBy: string | null
}

export async function insertPost(tx: Tx, post: NewPost): Promise<void> {
  await tx.run(sql`
    insert into channel_posts (id, agency_code, author_id, kind, title, body, audience, to_agency_code, roles, answers_id,
      receipt_required, read_by, posted_at)
    values (${post.id}, ${post.agencyCode}, ${post.authorId}, ${post.kind}, ${post.title}, ${post.body}, ${post.audience},
      ${post.toAgencyCode}, ${[...post.roles]}, ${post.answersId}, ${post.receiptRequired}, ${post.readBy}, ${tx.now})`)
}

/** Takes a post of one's own agency back; answers how many rows it touched. */
export async function withdrawPost(tx: Tx, postId: string, because: string): Promise<number> {
  return tx.run(sql`
    update channel_posts set withdrawn_at = ${tx.now}, withdrawn_because = ${because}
    where id = ${postId} and withdrawn_at is null`)
}

const Target = z.object({ agencyCode: z.string(), name: z.string(), level: AgencyLevel, isAbove: z.boolean() })

/** The superior and every active agency below. */
export async function listTargets(tx: Tx): Promise<z.infer<typeof Target>[]> {
  return tx.list(
    Target,
    sql`select a.code as agency_code, a.name, a.level, a.code is not distinct from app_agency_parent() as is_above from agencies a
        where a.status = 'active' and a.code <> app_agency_code()
          and (a.code = app_agency_parent() or a.code in (select agencies_under(app_agency_code())))
        order by a.code <> app_agency_parent(), a.code`,
  )
}
