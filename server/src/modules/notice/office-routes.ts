import {
  attachToNoticeEndpoint,
  createNoticeEndpoint,
  getNoticeScopeEndpoint,
  getOwnNoticeEndpoint,
  listOwnNoticesEndpoint,
  previewNoticeEndpoint,
  saveNoticeEndpoint,
} from '@xingtan/contract/office/notice'
import { bind } from '../../platform/http-bind.ts'
import { attachToNotice } from './attach-to-notice.ts'
import { createNotice } from './create-notice.ts'
import { getNoticeScope } from './get-notice-scope.ts'
import { getOwnNotice } from './get-own-notice.ts'
import { listOwnNotices } from './list-own-notices.ts'
import { previewNotice } from './preview-notice.ts'
import { saveNotice } from './save-notice.ts'
import { NOTICE_STEP_ROUTES } from './step-routes.ts'
import { NOTICE_TAKEDOWN_ROUTES } from './takedown-routes.ts'

export const OFFICE_NOTICE_ROUTES = [
  bind(listOwnNoticesEndpoint, listOwnNotices),
  bind(getOwnNoticeEndpoint, getOwnNotice),
  bind(getNoticeScopeEndpoint, getNoticeScope),
  bind(previewNoticeEndpoint, previewNotice),
  bind(createNoticeEndpoint, createNotice),
  bind(saveNoticeEndpoint, saveNotice),
  bind(attachToNoticeEndpoint, attachToNotice),
  ...NOTICE_STEP_ROUTES,
  ...NOTICE_TAKEDOWN_ROUTES,
]
