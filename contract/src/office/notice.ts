import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Instant, Page, line } from '../field.ts'
import { Business } from '../notice.ts'
import { RegionCode } from '../region.ts'
import { ContentFinding } from './content-check.ts'

export const NoticeState = z.enum(['draft', 'submitted', 'returned', 'scheduled', 'out', 'over', 'withdrawn'])
export type NoticeState = z.infer<typeof NoticeState>

export const NOTICE_STATE_TITLES: Readonly<Record<NoticeState, string>> = {
  draft: '草稿',
  submitted: '待审核',
  returned: '已退回',
  scheduled: '待发布',
  out: '公布中',
  over: '已到期',
  withdrawn: '已撤下',
}

/** Which tab of the list: in work, before the public or waiting for it, and the archive. */
export const NoticeShelf = z.enum(['work', 'public', 'archive'])
export type NoticeShelf = z.infer<typeof NoticeShelf>

/** Text with line breaks as a person types it; no control characters beside line feed and tab. */
function text(max: number, title: string) {
  return z
    .string()
    .trim()
    .min(1, { error: `请填写${title}。` })
    .max(max, { error: `${title}不能超过 ${max} 个字。` })
    .regex(/^[^\p{Cs}]*$/u, { error: `${title}中有无法识别的符号，请删去后再填。` })
}

export const NoticeContent = z.strictObject({
  title: line(80, '标题'),
  body: text(20_000, '正文'),
  business: Business,
  regionCode: RegionCode,
  isPinned: z.boolean(),
  /** Null: as soon as it is approved. */
  publishedAt: Instant.nullable(),
  /** Null: until it is taken down. */
  takenDownAt: Instant.nullable(),
  attachmentIds: z.array(Id).max(10, { error: '附件最多 10 个。' }),
  /** Only an office of a province or the nation may name the system, and says why (S-040). */
  overrideReason: z.string().trim().max(200, { error: '说明不能超过 200 个字。' }).nullable(),
})
export type NoticeContent = z.infer<typeof NoticeContent>

export const OwnNoticeLine = z.strictObject({
  noticeId: Id,
  title: z.string(),
  state: NoticeState,
  business: Business,
  regionName: z.string(),
  isPinned: z.boolean(),
  publishedAt: Instant.nullable(),
  takenDownAt: Instant.nullable(),
  writtenBy: z.string(),
  writtenAt: Instant,
})

export const listOwnNoticesEndpoint = endpoint({
  name: 'notice.list-own',
  face: 'office',
  method: 'GET',
  path: '/api/notices',
  permission: 'notice.approve',
  input: z.strictObject({ shelf: NoticeShelf, ...Page }),
  output: z.strictObject({ rows: z.array(OwnNoticeLine), after: z.string().nullable() }),
})

export const OwnAttachment = z.strictObject({
  attachmentId: Id,
  name: z.string(),
  bytes: z.number(),
  hasPictures: z.boolean(),
  link: z.string(),
})
export type OwnAttachment = z.infer<typeof OwnAttachment>

export const NoticeVersion = z.strictObject({
  version: z.number(),
  state: z.enum(['draft', 'submitted', 'returned', 'approved']),
  title: z.string(),
  writtenBy: z.string(),
  writtenAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  note: z.string().nullable(),
})

export const OwnNotice = z.strictObject({
  noticeId: Id,
  state: NoticeState,
  /** The version that is written or waits; the newest approved one when there is none. */
  content: NoticeContent,
  revision: z.number(),
  isOpen: z.boolean(),
  html: z.string(),
  regionName: z.string(),
  attachments: z.array(OwnAttachment),
  findings: z.array(ContentFinding),
  /** What the public has: null while nothing was approved. */
  out: z
    .strictObject({
      version: z.number(),
      publishedAt: Instant,
      takenDownAt: Instant.nullable(),
      withdrawnAt: Instant.nullable(),
      withdrawReason: z.string().nullable(),
    })
    .nullable(),
  versions: z.array(NoticeVersion),
  canWrite: z.boolean(),
  canDecide: z.boolean(),
  /** Whether another person has to approve, by the policy in force. */
  needsSecond: z.boolean(),
  mayOverride: z.boolean(),
})
export type OwnNotice = z.infer<typeof OwnNotice>

export const getOwnNoticeEndpoint = endpoint({
  name: 'notice.get-own',
  face: 'office',
  method: 'GET',
  path: '/api/notices/:noticeId',
  permission: 'notice.approve',
  input: z.strictObject({ noticeId: Id }),
  output: OwnNotice,
})

/** What the public would read, and what the check finds, while one types. */
export const previewNoticeEndpoint = endpoint({
  name: 'notice.preview',
  face: 'office',
  method: 'POST',
  path: '/api/notice-previews',
  permission: 'notice.edit',
  input: z.strictObject({ title: z.string().max(200), body: z.string().max(20_000) }),
  output: z.strictObject({ html: z.string(), findings: z.array(ContentFinding) }),
})

/** Where this officer may write to: the regions of the own agency, the own first. */
export const getNoticeScopeEndpoint = endpoint({
  name: 'notice.get-scope',
  face: 'office',
  method: 'GET',
  path: '/api/notice-scope',
  permission: 'notice.edit',
  input: z.strictObject({}),
  output: z.strictObject({
    regions: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    needsSecond: z.boolean(),
    mayOverride: z.boolean(),
  }),
})

export const createNoticeEndpoint = endpoint({
  name: 'notice.create',
  face: 'office',
  method: 'POST',
  path: '/api/notices',
  permission: 'notice.edit',
  input: NoticeContent,
  output: z.strictObject({ noticeId: Id, findings: z.array(ContentFinding) }),
})

/** `revision` is the one the officer saw; 0 begins a new version of what was approved. */
export const saveNoticeEndpoint = endpoint({
  name: 'notice.save',
  face: 'office',
  method: 'POST',
  path: '/api/notices/:noticeId/save',
  permission: 'notice.edit',
  input: NoticeContent.extend({ noticeId: Id, revision: z.number().int().min(0) }),
  output: z.strictObject({ revision: z.number(), findings: z.array(ContentFinding) }),
})

const Seen = { noticeId: Id, revision: z.number().int().min(1) }

/** To the second person; where none is needed it is approved with this. */
export const submitNoticeEndpoint = endpoint({
  name: 'notice.submit',
  face: 'office',
  method: 'POST',
  path: '/api/notices/:noticeId/submit',
  permission: 'notice.edit',
  input: z.strictObject(Seen),
  output: z.strictObject({ state: NoticeState }),
})

export const approveNoticeEndpoint = endpoint({
  name: 'notice.approve',
  face: 'office',
  method: 'POST',
  path: '/api/notices/:noticeId/approve',
  permission: 'notice.approve',
  input: z.strictObject(Seen),
  output: z.strictObject({ state: NoticeState }),
})

export const returnNoticeEndpoint = endpoint({
  name: 'notice.return',
  face: 'office',
  method: 'POST',
  path: '/api/notices/:noticeId/return',
  permission: 'notice.approve',
  input: z.strictObject({ ...Seen, note: line(300, '退回意见') }),
  output: Done,
})

export const withdrawNoticeEndpoint = endpoint({
  name: 'notice.withdraw',
  face: 'office',
  method: 'POST',
  path: '/api/notices/:noticeId/withdraw',
  permission: 'notice.edit',
  input: z.strictObject({ noticeId: Id, reason: line(200, '撤下原因') }),
  output: Done,
})

/** One file for a version that is being written: PDF, JPG, PNG, XLSX or DOCX, looked through before it is taken (S-120). */
export const attachToNoticeEndpoint = endpoint({
  name: 'notice.attach',
  face: 'office',
  method: 'POST',
  path: '/api/notices/:noticeId/attachments',
  permission: 'notice.edit',
  body: 'file',
  input: z.strictObject({ noticeId: Id, fileName: z.string().min(1).max(255) }),
  output: OwnAttachment.omit({ link: true }),
})
