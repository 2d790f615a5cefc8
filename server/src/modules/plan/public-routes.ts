import { findAgenciesEndpoint } from '@xingtan/contract/place'
import {
  getPlanCalendarEndpoint,
  getPlanFeedEndpoint,
  listPlanCalendarsEndpoint,
} from '@xingtan/contract/plan-calendar'
import { bind, bindBinary } from '../../platform/http-bind.ts'
import { findAgencies } from './find-agencies.ts'
import { getPlanCalendar, getPlanFeed } from './get-calendar.ts'
import { listPlanCalendars } from './list-calendars.ts'

/** What everybody may know about plans. */
export const PLAN_ROUTES = [
  bind(findAgenciesEndpoint, findAgencies),
  bind(listPlanCalendarsEndpoint, listPlanCalendars),
  bind(getPlanCalendarEndpoint, getPlanCalendar),
  bindBinary(getPlanFeedEndpoint, getPlanFeed),
]
