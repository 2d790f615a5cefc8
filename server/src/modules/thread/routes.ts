import {
  getThreadEndpoint,
  listUnreadThreadsEndpoint,
  markThreadReadEndpoint,
  sendMessageEndpoint,
} from '@xingtan/contract/office/thread'
import { writeMessageEndpoint } from '@xingtan/contract/thread'
import { bind } from '../../platform/http-bind.ts'
import { getThread } from './get-thread.ts'
import { listUnread } from './list-unread.ts'
import { markRead } from './mark-read.ts'
import { sendMessage } from './send-message.ts'
import { writeMessage } from './write-message.ts'

export const PUBLIC_THREAD_ROUTES = [bind(writeMessageEndpoint, writeMessage)]

export const OFFICE_THREAD_ROUTES = [
  bind(getThreadEndpoint, getThread),
  bind(markThreadReadEndpoint, markRead),
  bind(sendMessageEndpoint, sendMessage),
  bind(listUnreadThreadsEndpoint, listUnread),
]
