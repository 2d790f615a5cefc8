import {
  approveNoticeEndpoint,
  returnNoticeEndpoint,
  submitNoticeEndpoint,
  withdrawNoticeEndpoint,
} from '@xingtan/contract/office/notice'
import { bind } from '../../platform/http-bind.ts'
import { approveNotice } from './approve-notice.ts'
import { returnNotice } from './return-notice.ts'
import { submitNotice } from './submit-notice.ts'
import { withdrawNotice } from './withdraw-notice.ts'

/** What happens to an announcement after it is written. */
export const NOTICE_STEP_ROUTES = [
  bind(submitNoticeEndpoint, submitNotice),
  bind(approveNoticeEndpoint, approveNotice),
  bind(returnNoticeEndpoint, returnNotice),
  bind(withdrawNoticeEndpoint, withdrawNotice),
]
