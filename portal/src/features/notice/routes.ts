import type { RouteObject } from 'react-router'
import { paths } from '../../paths.ts'

/** Announcements and 咨询服务. */
export const NOTICE_ROUTES: RouteObject[] = [
  { path: paths.notices, lazy: async () => ({ Component: (await import('./notices-page.tsx')).NoticesPage }) },
  { path: '/notices/:noticeId', lazy: async () => ({ Component: (await import('./notice-route.tsx')).NoticeRoute }) },
  { path: paths.help, lazy: async () => ({ Component: (await import('./help-page.tsx')).HelpPage }) },
]
