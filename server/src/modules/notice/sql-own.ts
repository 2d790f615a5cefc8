import type { NoticeShelf } from '@xingtan/contract/office/notice'
import { Business } from '@xingtan/contract/notice'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'

const VersionState = z.enum(['draft', 'submitted', 'returned', 'approved'])

const StoredVersion = z.object({
  noticeId: z.string(),
  version: z.number(),
  agencyCode: z.string(),
  state: VersionState,
  revision: z.number(),
  title: z.string(),
  body: z.string(),
  html: z.string(),
  business: Business,
  regionCode: z.string(),
  regionName: z.string(),
  isPinned: z.boolean(),
  publishedAt: z.date().nullable(),
  takenDownAt: z.date().nullable(),
  attachmentIds: z.array(z.string()),
  overrideReason: z.string().nullable(),
  writtenBy: z.string(),
  writtenPersonId: z.string(),
  writtenAt: z.date(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  note: z.string().nullable(),
})
export type StoredVersion = z.infer<typeof StoredVersion>

const versions = sql`select v.notice_id, v.version, v.agency_code, v.state, v.revision, v.title, v.body, v.html, v.business,
    v.region_code, r.name as region_name, v.is_pinned, v.published_at, v.taken_down_at, v.attachment_ids, v.override_reason,
    writer.name as written_by, v.written_person_id, v.written_at, decider.name as decided_by, v.decided_at, v.note
  from notice_versions v join regions r on r.code = v.region_code join staff_people writer on writer.id = v.written_person_id
  left join staff_people decider on decider.id = v.decided_person_id`

/** Every version of an announcement of the own agency, newest first, at most fifty. */
export async function listVersions(tx: Tx, noticeId: string): Promise<StoredVersion[]> {
  return tx.list(
    StoredVersion,
    sql`${versions} where v.notice_id = ${noticeId} and v.agency_code = app_agency_code() order by v.version desc limit 50`,
  )
}

/** The newest version under its lock; versions that are approved are locked by their table. */
export async function lockNewestVersion(tx: Tx, noticeId: string): Promise<StoredVersion | undefined> {
  await tx.run(sql`
    select 1 from notice_versions where notice_id = ${noticeId} and agency_code = app_agency_code() and state <> 'approved' for update`)
  const [newest] = await listVersions(tx, noticeId)
  return newest
}

const OutRow = z.object({
  version: z.number(),
  publishedAt: z.date(),
  takenDownAt: z.date().nullable(),
  withdrawnAt: z.date().nullable(),
  withdrawReason: z.string().nullable(),
})
export type OutRow = z.infer<typeof OutRow>

/** What the public has or had of an announcement of the own agency. */
export async function findOut(tx: Tx, noticeId: string): Promise<OutRow | undefined> {
  return tx.find(
    OutRow,
    sql`select version, published_at, taken_down_at, withdrawn_at, withdraw_reason from notices
        where id = ${noticeId} and agency_code = app_agency_code()`,
  )
}

export interface VersionText {
  readonly title: string
  readonly body: string
  readonly html: string
  readonly business: Business
  readonly regionCode: string
  readonly isPinned: boolean
  readonly publishedAt: string | null
  readonly takenDownAt: string | null
  readonly attachmentIds: readonly string[]
  readonly overrideReason: string | null
  readonly userId: string
  readonly personId: string
}

interface NewVersion extends VersionText {
  readonly noticeId: string
  readonly version: number
  readonly agencyCode: string
}

/** Answers false when another version of it is open. */
export async function insertVersion(tx: Tx, row: NewVersion): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into notice_versions (notice_id, version, agency_code, title, body, html, business, region_code, is_pinned,
      published_at, taken_down_at, attachment_ids, override_reason, written_by, written_person_id, written_at)
    values (${row.noticeId}, ${row.version}, ${row.agencyCode}, ${row.title}, ${row.body}, ${row.html}, ${row.business},
      ${row.regionCode}, ${row.isPinned}, ${row.publishedAt}, ${row.takenDownAt}, ${[...row.attachmentIds]}::uuid[],
      ${row.overrideReason}, ${row.userId}, ${row.personId}, ${tx.now})
    on conflict do nothing`)
  return inserted === 1
}

interface SeenVersion {
  readonly noticeId: string
  readonly version: number
  readonly revision: number
}

/** Writes over a version that is not approved yet; it is a draft again. Answers false when somebody saved meanwhile. */
export async function updateVersion(tx: Tx, seen: SeenVersion, row: VersionText): Promise<boolean> {
  const changed = await tx.run(sql`
    update notice_versions set state = 'draft', revision = revision + 1, title = ${row.title}, body = ${row.body},
      html = ${row.html}, business = ${row.business}, region_code = ${row.regionCode}, is_pinned = ${row.isPinned},
      published_at = ${row.publishedAt}, taken_down_at = ${row.takenDownAt},
      attachment_ids = ${[...row.attachmentIds]}::uuid[], override_reason = ${row.overrideReason}, written_by = ${row.userId},
      written_person_id = ${row.personId}, written_at = ${tx.now}, submitted_at = null, decided_by = null,
      decided_person_id = null, decided_at = null, note = null
    where notice_id = ${seen.noticeId} and version = ${seen.version} and revision = ${seen.revision} and state <> 'approved'`)
  return changed === 1
}

/** Hands a draft in. */
export async function submitVersion(tx: Tx, seen: SeenVersion, needsSecond: boolean): Promise<boolean> {
  const changed = await tx.run(sql`
    update notice_versions set state = 'submitted', submitted_at = ${tx.now}, needs_second = ${needsSecond}
    where notice_id = ${seen.noticeId} and version = ${seen.version} and revision = ${seen.revision} and state = 'draft'`)
  return changed === 1
}

interface Decision extends SeenVersion {
  readonly state: 'approved' | 'returned'
  readonly note: string | null
  readonly userId: string
  readonly personId: string
}

/** Approves or returns what was handed in. */
export async function decideVersion(tx: Tx, one: Decision): Promise<boolean> {
  const changed = await tx.run(sql`
    update notice_versions set state = ${one.state}, decided_by = ${one.userId}, decided_person_id = ${one.personId},
      decided_at = ${tx.now}, note = ${one.note}
    where notice_id = ${one.noticeId} and version = ${one.version} and revision = ${one.revision} and state = 'submitted'`)
  return changed === 1
}

/** Lays the approved version before the public; `words` is what the search looks through. */
export async function publishVersion(tx: Tx, noticeId: string, version: number, words: string): Promise<void> {
  await tx.run(sql`select publish_notice(${noticeId}, ${version}, ${words})`)
}

/** Takes down what is out or scheduled; false when it is neither. */
export async function withdrawOut(tx: Tx, noticeId: string, userId: string, reason: string): Promise<boolean> {
  const changed = await tx.run(sql`
    update notices set withdrawn_at = ${tx.now}, withdrawn_by = ${userId}, withdraw_reason = ${reason}
    where id = ${noticeId} and agency_code = app_agency_code() and withdrawn_at is null
      and (taken_down_at is null or taken_down_at > ${tx.now})`)
  return changed === 1
}

const OwnLine = z.object({
  noticeId: z.string(),
  title: z.string(),
  versionState: VersionState,
  business: Business,
  regionName: z.string(),
  isPinned: z.boolean(),
  publishedAt: z.date().nullable(),
  takenDownAt: z.date().nullable(),
  withdrawnAt: z.date().nullable(),
  writtenBy: z.string(),
  writtenAt: z.date(),
})
export type OwnLine = z.infer<typeof OwnLine>

const isEnded = sql`(n.withdrawn_at is not null or n.taken_down_at <= app_now())`
const SHELVES: Readonly<Record<NoticeShelf, Sql>> = {
  work: sql`v.state <> 'approved'`,
  public: sql`v.state = 'approved' and n.version = v.version and not ${isEnded}`,
  archive: sql`v.state = 'approved' and n.version = v.version and ${isEnded}`,
}

export interface ShelfWish {
  readonly shelf: NoticeShelf
  readonly after: { readonly at: string; readonly id: string } | null
  readonly limit: number
}

/** Announcements of the own agency on one shelf, the last written first. */
export async function listShelf(tx: Tx, { shelf, after, limit }: ShelfWish): Promise<OwnLine[]> {
  const { at, id } = after ?? { at: null, id: null }
  return tx.list(
    OwnLine,
    sql`select v.notice_id, v.title, v.state as version_state, v.business, r.name as region_name, v.is_pinned,
          case when v.state = 'approved' then n.published_at else v.published_at end as published_at,
          v.taken_down_at, case when v.state = 'approved' then n.withdrawn_at end as withdrawn_at,
          p.name as written_by, v.written_at
        from notice_versions v join regions r on r.code = v.region_code join staff_people p on p.id = v.written_person_id
        left join notices n on n.id = v.notice_id
        where v.agency_code = app_agency_code() and ${SHELVES[shelf]}
          and (${at}::timestamptz is null or (date_trunc('milliseconds', v.written_at), v.notice_id) < (${at}::timestamptz, ${id}::uuid))
        order by date_trunc('milliseconds', v.written_at) desc, v.notice_id desc limit ${limit}`,
  )
}
