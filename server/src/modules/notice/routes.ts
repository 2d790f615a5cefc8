import { getHomeEndpoint, getNoticeEndpoint } from '@xingtan/contract/place'
import { bind } from '../../platform/http-bind.ts'
import { getHome } from './get-home.ts'
import { getNotice } from './get-notice.ts'

export const NOTICE_ROUTES = [bind(getHomeEndpoint, getHome), bind(getNoticeEndpoint, getNotice)]
