import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Instant, Page } from '../field.ts'
import { MessageText } from '../thread.ts'
import { CaseRow } from './case.ts'

const ThreadMessage = z.strictObject({
  messageId: Id,
  at: Instant,
  /** Who speaks, for example the name of the point; 申请人 for the owner. */
  from: z.string(),
  /** The officer behind it; only the office sees the name. */
  by: z.string().nullable(),
  text: z.string(),
  isFromApplicant: z.boolean(),
  /** The other side has seen it. */
  isRead: z.boolean(),
})
export type ThreadMessage = z.infer<typeof ThreadMessage>

/** 留言 of a case, oldest first; reading it changes nothing (S-093). */
export const getThreadEndpoint = endpoint({
  name: 'thread.get',
  face: 'office',
  method: 'GET',
  path: '/api/cases/:applicationId/messages',
  permission: 'thread.write',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({
    messages: z.array(ThreadMessage),
    templates: z.array(z.strictObject({ code: z.string(), title: z.string(), text: z.string() })),
  }),
})

/** What the applicant wrote up to now has been seen by the office. */
export const markThreadReadEndpoint = endpoint({
  name: 'thread.mark-read',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/messages/read',
  permission: 'thread.write',
  input: z.strictObject({ applicationId: Id }),
  output: Done,
})

/** A 留言 to the applicant: in the inbox at once, by SMS at most once a day (CNF-4). */
export const sendMessageEndpoint = endpoint({
  name: 'thread.send',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/messages',
  permission: 'thread.write',
  input: z.strictObject({ applicationId: Id, text: MessageText }),
  output: Done,
})

/** Cases with 留言 nobody of the office has read, the longest waiting first, keyset paged. */
export const listUnreadThreadsEndpoint = endpoint({
  name: 'thread.list-unread',
  face: 'office',
  method: 'GET',
  path: '/api/unread-messages',
  permission: 'thread.write',
  input: z.strictObject(Page),
  output: z.strictObject({
    rows: z.array(z.strictObject({ ...CaseRow.shape, unread: z.number().int(), waitingSince: Instant })),
    after: z.string().nullable(),
  }),
})
