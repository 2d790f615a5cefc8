import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Instant, Page } from './field.ts'
import { RegionCode } from './region.ts'

/** Which business an announcement or question is about. */
export const Business = z.enum(['all', 'recognition', 'registration', 'certificate'])
export type Business = z.infer<typeof Business>

export const BUSINESS_TITLES: Readonly<Record<Business, string>> = {
  all: '综合',
  recognition: '教师资格认定',
  registration: '定期注册',
  certificate: '教师资格证书',
}

export const NoticeLine = z.strictObject({
  id: Id,
  title: z.string(),
  publisher: z.string(),
  publishedAt: Instant,
  business: Business,
  isPinned: z.boolean(),
})
export type NoticeLine = z.infer<typeof NoticeLine>

export const NoticeAttachment = z.strictObject({
  attachmentId: Id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
})
export type NoticeAttachment = z.infer<typeof NoticeAttachment>

/** Announcements that are out, pinned ones first, then the newest; for a place those meant for it and for all above it. */
export const listNoticesEndpoint = endpoint({
  name: 'notice.list',
  face: 'public',
  method: 'GET',
  path: '/api/notices',
  permission: 'public',
  input: z.strictObject({
    regionCode: RegionCode.optional(),
    business: Business.optional(),
    text: z.string().trim().max(40).optional(),
    ...Page,
  }),
  output: z.strictObject({ notices: z.array(NoticeLine), after: z.string().nullable() }),
})

/** `html` is clean when it comes: made by the allow-list on save and again for every reader (S-090). */
export const getNoticeEndpoint = endpoint({
  name: 'notice.get',
  face: 'public',
  method: 'GET',
  path: '/api/notices/:noticeId',
  permission: 'public',
  input: z.strictObject({ noticeId: Id }),
  output: NoticeLine.extend({
    html: z.string(),
    takenDownAt: Instant.nullable(),
    regionName: z.string(),
    attachments: z.array(NoticeAttachment),
    /** Others of the same agency that are out. */
    related: z.array(NoticeLine),
  }),
})

export const getNoticeAttachmentEndpoint = endpoint({
  name: 'notice.get-attachment',
  face: 'public',
  method: 'GET',
  path: '/api/notices/:noticeId/attachments/:attachmentId',
  permission: 'public',
  input: z.strictObject({ noticeId: Id, attachmentId: Id }),
  output: z.unknown(),
  reply: 'binary',
})
