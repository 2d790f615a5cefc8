import type { RouteObject } from 'react-router'
import { paths } from '../../paths.ts'

/** 认定日程: published plans for everybody. */
export const PLAN_ROUTES: RouteObject[] = [
  { path: paths.calendar, lazy: async () => ({ Component: (await import('./calendar-page.tsx')).CalendarPage }) },
]
