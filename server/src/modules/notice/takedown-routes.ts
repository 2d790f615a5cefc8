import {
  decideTakedownEndpoint,
  listNoticesBelowEndpoint,
  listTakedownsEndpoint,
  proposeTakedownEndpoint,
} from '@xingtan/contract/office/notice-takedown'
import { bind } from '../../platform/http-bind.ts'
import { decideTakedown } from './decide-takedown.ts'
import { listNoticesBelow } from './list-notices-below.ts'
import { listTakedowns } from './list-takedowns.ts'
import { proposeTakedown } from './propose-takedown.ts'

/** Announcements of offices below: read, and taken down by two persons. */
export const NOTICE_TAKEDOWN_ROUTES = [
  bind(listNoticesBelowEndpoint, listNoticesBelow),
  bind(listTakedownsEndpoint, listTakedowns),
  bind(proposeTakedownEndpoint, proposeTakedown),
  bind(decideTakedownEndpoint, decideTakedown),
]
