import { getNoticeAttachmentEndpoint, getNoticeEndpoint, listNoticesEndpoint } from '@xingtan/contract/notice'
import { getHomeEndpoint } from '@xingtan/contract/place'
import { bind, bindBinary } from '../../platform/http-bind.ts'
import { getHome } from './get-home.ts'
import { getNotice } from './get-notice.ts'
import { getNoticeAttachment } from './get-notice-attachment.ts'
import { listPublicNotices } from './list-public-notices.ts'

export const PUBLIC_NOTICE_ROUTES = [
  bind(getHomeEndpoint, getHome),
  bind(listNoticesEndpoint, listPublicNotices),
  bind(getNoticeEndpoint, getNotice),
  bindBinary(getNoticeAttachmentEndpoint, getNoticeAttachment),
]
