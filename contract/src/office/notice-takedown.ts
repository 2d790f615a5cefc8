import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Instant, Page, line } from '../field.ts'

export const NoticeBelow = z.strictObject({
  noticeId: Id,
  title: z.string(),
  agencyName: z.string(),
  publishedAt: Instant,
  /** Somebody of the own office has proposed to take it down. */
  isProposed: z.boolean(),
})
export type NoticeBelow = z.infer<typeof NoticeBelow>

/** What offices below have before the public, the last published first. */
export const listNoticesBelowEndpoint = endpoint({
  name: 'notice.list-below',
  face: 'office',
  method: 'GET',
  path: '/api/notices-below',
  permission: 'notice.approve',
  input: z.strictObject({ text: z.string().trim().max(40).optional(), ...Page }),
  output: z.strictObject({ rows: z.array(NoticeBelow), after: z.string().nullable() }),
})

export const TakedownState = z.enum(['proposed', 'done', 'declined'])
export type TakedownState = z.infer<typeof TakedownState>

export const TAKEDOWN_STATE_TITLES: Readonly<Record<TakedownState, string>> = {
  proposed: '待另一人审核',
  done: '已撤下',
  declined: '不同意撤下',
}

export const NoticeTakedown = z.strictObject({
  takedownId: Id,
  noticeId: Id,
  title: z.string(),
  agencyName: z.string(),
  upperName: z.string(),
  reason: z.string(),
  state: TakedownState,
  proposedBy: z.string().nullable(),
  proposedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  /** It is an announcement of the asking office, taken down by one above it. */
  isOwn: z.boolean(),
  mayDecide: z.boolean(),
})
export type NoticeTakedown = z.infer<typeof NoticeTakedown>

/** Takedowns of the last year that the own office proposed, and those that met its own announcements. */
export const listTakedownsEndpoint = endpoint({
  name: 'notice.list-takedowns',
  face: 'office',
  method: 'GET',
  path: '/api/notice-takedowns',
  permission: 'notice.approve',
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(NoticeTakedown) }),
})

/** One person of an upper office wants it taken down and says why. */
export const proposeTakedownEndpoint = endpoint({
  name: 'notice.propose-takedown',
  face: 'office',
  method: 'POST',
  path: '/api/notices/:noticeId/propose-takedown',
  permission: 'notice.approve',
  input: z.strictObject({ noticeId: Id, reason: line(200, '撤下原因') }),
  output: z.strictObject({ takedownId: Id }),
})

/** Another person of that office agrees, and it is gone at once, or does not. */
export const decideTakedownEndpoint = endpoint({
  name: 'notice.decide-takedown',
  face: 'office',
  method: 'POST',
  path: '/api/notice-takedowns/:takedownId/decide',
  permission: 'notice.approve',
  input: z.strictObject({ takedownId: Id, agreed: z.boolean() }),
  output: Done,
})
