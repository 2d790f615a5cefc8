import { Business } from '@xingtan/contract/notice'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const NoticeLine = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  publishedAt: z.date(),
  business: Business,
  isPinned: z.boolean(),
})
export type StoredLine = z.infer<typeof NoticeLine>

const StoredNotice = NoticeLine.extend({
  agencyCode: z.string(),
  html: z.string(),
  takenDownAt: z.date().nullable(),
  regionName: z.string(),
  attachmentIds: z.array(z.string()),
})
export type StoredNotice = z.infer<typeof StoredNotice>

export interface NoticeWish {
  /** Regions meant: the place and all above it; null asks for every one. */
  readonly regions: readonly string[] | null
  readonly business: Business | undefined
  /** Part of title or words, in the writing of `search_text`. */
  readonly text: string | undefined
  readonly after: { readonly pinned: boolean; readonly at: string; readonly id: string } | null
  readonly limit: number
}

const line = sql`n.id, n.title, a.name as publisher, n.published_at, n.business, n.is_pinned`
/** What row-level security asks of the public face, said again for every other one (I-16). */
const isOut = sql`n.published_at <= app_now() and (n.taken_down_at is null or n.taken_down_at > app_now()) and n.withdrawn_at is null`

/** Announcements that are out: pinned ones first, then the newest. */
export async function listNotices(tx: Tx, wish: NoticeWish): Promise<StoredLine[]> {
  const { pinned, at, id } = wish.after ?? { pinned: null, at: null, id: null }
  const regions = wish.regions === null ? null : [...wish.regions]
  return tx.list(
    NoticeLine,
    sql`select ${line} from notices n join agencies a on a.code = n.agency_code
        where ${isOut} and (${regions}::text[] is null or n.region_code = any(${regions}::text[]))
          and (${wish.business ?? null}::text is null or n.business in (${wish.business ?? null}, 'all'))
          and (${wish.text ?? null}::text is null or strpos(n.search_text, ${wish.text ?? null}) > 0)
          and (${at}::timestamptz is null or
            (n.is_pinned, date_trunc('milliseconds', n.published_at), n.id) < (${pinned}::boolean, ${at}::timestamptz, ${id}::uuid))
        order by n.is_pinned desc, date_trunc('milliseconds', n.published_at) desc, n.id desc limit ${wish.limit}`,
  )
}

/** For a reader who has named no place: what nation and provinces say. */
export async function listWideNotices(tx: Tx, limit: number): Promise<StoredLine[]> {
  return tx.list(
    NoticeLine,
    sql`select ${line} from notices n join agencies a on a.code = n.agency_code
        where ${isOut} and n.region_code like '__0000'
        order by n.is_pinned desc, n.published_at desc, n.id desc limit ${limit}`,
  )
}

export async function findNotice(tx: Tx, id: string): Promise<StoredNotice | undefined> {
  return tx.find(
    StoredNotice,
    sql`select ${line}, n.agency_code, n.html, n.taken_down_at, r.name as region_name, n.attachment_ids
        from notices n join agencies a on a.code = n.agency_code join regions r on r.code = n.region_code
        where n.id = ${id} and ${isOut}`,
  )
}

/** Whether it was out and is no more. */
export async function isNoticeOver(tx: Tx, id: string): Promise<boolean> {
  const { over } = await tx.get(z.object({ over: z.boolean() }), sql`select notice_is_over(${id}) as over`)
  return over
}

/** The newest five of an agency that are out, without one of them. */
export async function listOfAgency(tx: Tx, agencyCode: string, exceptId: string | null): Promise<StoredLine[]> {
  return tx.list(
    NoticeLine,
    sql`select ${line} from notices n join agencies a on a.code = n.agency_code
        where ${isOut} and n.agency_code = ${agencyCode} and n.id is distinct from ${exceptId}::uuid
        order by n.published_at desc limit 5`,
  )
}
