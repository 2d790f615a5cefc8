import { z } from 'zod'
import { AgencyCode, AgencyLevel } from '../agency-reference.ts'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page, line } from '../field.ts'
import { OfficeRole } from './session.ts'

/** 通知, 手册, 来函 between levels; never public (ADM-7). */
export const ChannelKind = z.enum(['notice', 'manual', 'letter'])
export type ChannelKind = z.infer<typeof ChannelKind>

export const CHANNEL_KIND_TITLES: Readonly<Record<ChannelKind, string>> = {
  notice: '通知',
  manual: '手册',
  letter: '来函',
}

/** Everybody below, those right below, or one agency. */
export const ChannelAudience = z.enum(['below', 'direct', 'agency'])
export type ChannelAudience = z.infer<typeof ChannelAudience>

export const ChannelBox = z.enum(['in', 'out'])
export type ChannelBox = z.infer<typeof ChannelBox>

export const ChannelRow = z.strictObject({
  postId: Id,
  kind: ChannelKind,
  title: z.string(),
  agencyName: z.string(),
  /** For example 「全部下级机构」 or the name of one agency. */
  to: z.string(),
  postedAt: Instant,
  receiptRequired: z.boolean(),
  readBy: Day.nullable(),
  isRead: z.boolean(),
  isConfirmed: z.boolean(),
  isOverdue: z.boolean(),
  /** When those who have not confirmed were last reminded. */
  remindedAt: Instant.nullable(),
  isWithdrawn: z.boolean(),
})
export type ChannelRow = z.infer<typeof ChannelRow>

/** What came to one's agency, or went out from it, newest first; searched by words of title and text. */
export const listChannelPostsEndpoint = endpoint({
  name: 'channel.list',
  face: 'office',
  method: 'GET',
  path: '/api/channel-posts',
  permission: 'channel.read',
  input: z.strictObject({
    box: ChannelBox.default('in'),
    kind: ChannelKind.optional(),
    unconfirmed: z.enum(['yes']).optional(),
    search: z.string().trim().max(40).optional(),
    ...Page,
  }),
  output: z.strictObject({ rows: z.array(ChannelRow), after: z.string().nullable() }),
})

/** How many posts wait for one's reading, and for one's receipt. */
export const getChannelSummaryEndpoint = endpoint({
  name: 'channel.get-summary',
  face: 'office',
  method: 'GET',
  path: '/api/channel-summary',
  permission: 'channel.read',
  input: z.strictObject({}),
  output: z.strictObject({ unread: z.number(), unconfirmed: z.number(), overdue: z.number() }),
})

const Post = { postId: Id }

/** Opens a post and keeps that one has read it. */
export const openChannelPostEndpoint = endpoint({
  name: 'channel.open',
  face: 'office',
  method: 'POST',
  path: '/api/channel-posts/:postId/open',
  permission: 'channel.read',
  input: z.strictObject(Post),
  output: z.strictObject({
    row: ChannelRow,
    body: z.string(),
    authorName: z.string(),
    isOwn: z.boolean(),
    /** The post came to oneself: reading and confirming count. */
    isAddressed: z.boolean(),
    answersId: Id.nullable(),
    withdrawnBecause: z.string().nullable(),
    files: z.array(z.strictObject({ fileId: Id, name: z.string(), bytes: z.number() })),
    mayAnswer: z.boolean(),
    counts: z.strictObject({ addressed: z.number(), read: z.number(), confirmed: z.number() }).nullable(),
  }),
})

export const confirmChannelPostEndpoint = endpoint({
  name: 'channel.confirm',
  face: 'office',
  method: 'POST',
  path: '/api/channel-posts/:postId/confirm',
  permission: 'channel.read',
  input: z.strictObject(Post),
  output: Done,
})

export const getChannelFileEndpoint = endpoint({
  name: 'channel.get-file',
  face: 'office',
  method: 'GET',
  path: '/api/channel-posts/:postId/files/:fileId',
  permission: 'channel.read',
  input: z.strictObject({ ...Post, fileId: Id }),
  output: z.unknown(),
  reply: 'binary',
})

/** Whom one may write to: the superior and every agency below. */
export const listChannelTargetsEndpoint = endpoint({
  name: 'channel.list-targets',
  face: 'office',
  method: 'GET',
  path: '/api/channel-targets',
  permission: 'channel.post',
  input: z.strictObject({}),
  output: z.strictObject({
    targets: z.array(
      z.strictObject({ agencyCode: AgencyCode, name: z.string(), level: AgencyLevel, isAbove: z.boolean() }),
    ),
  }),
})

/** A PDF, JPG or PNG for a post that is being written. */
export const uploadChannelFileEndpoint = endpoint({
  name: 'channel.upload-file',
  face: 'office',
  method: 'POST',
  path: '/api/channel-files',
  permission: 'channel.post',
  body: 'file',
  input: z.strictObject({ name: line(120, '文件名') }),
  output: z.strictObject({ fileId: Id, name: z.string(), bytes: z.number() }),
})

export const PostToChannel = z.strictObject({
  kind: ChannelKind,
  title: line(80, '标题'),
  body: z
    .string()
    .trim()
    .min(1, { error: '请填写内容。' })
    .max(8000, { error: '内容不能超过 8000 个字，请放入附件。' })
    .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u, { error: '内容中有无法识别的符号，请删去后再填。' }),
  audience: ChannelAudience,
  toAgencyCode: AgencyCode.nullable(),
  roles: z.array(OfficeRole).max(14),
  answersId: Id.nullable(),
  receiptRequired: z.boolean(),
  readBy: Day.nullable(),
  fileIds: z.array(Id).max(10, { error: '附件最多 10 个。' }),
})
export type PostToChannel = z.infer<typeof PostToChannel>

export const postToChannelEndpoint = endpoint({
  name: 'channel.post',
  face: 'office',
  method: 'POST',
  path: '/api/channel-posts',
  permission: 'channel.post',
  input: PostToChannel,
  output: z.strictObject({ postId: Id }),
})

export const withdrawChannelPostEndpoint = endpoint({
  name: 'channel.withdraw',
  face: 'office',
  method: 'POST',
  path: '/api/channel-posts/:postId/withdraw',
  permission: 'channel.post',
  input: z.strictObject({ ...Post, reason: line(200, '撤回原因') }),
  output: Done,
})

/** Reminds everybody who has not confirmed; once a day. */
export const remindChannelPostEndpoint = endpoint({
  name: 'channel.remind',
  face: 'office',
  method: 'POST',
  path: '/api/channel-posts/:postId/remind',
  permission: 'channel.post',
  input: z.strictObject(Post),
  output: z.strictObject({ waiting: z.number() }),
})

/** Who has read and confirmed, person by person, for the agency that wrote. */
export const listChannelReceiptsEndpoint = endpoint({
  name: 'channel.list-receipts',
  face: 'office',
  method: 'GET',
  path: '/api/channel-posts/:postId/receipts',
  permission: 'channel.post',
  input: z.strictObject({ ...Post, show: z.enum(['all', 'unread', 'unconfirmed']).default('all'), ...Page }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        userId: Id,
        agencyName: z.string(),
        name: z.string(),
        readAt: Instant.nullable(),
        confirmedAt: Instant.nullable(),
      }),
    ),
    after: z.string().nullable(),
  }),
})
