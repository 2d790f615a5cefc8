import {
  approveCalendarEndpoint,
  getCalendarProposalEndpoint,
  listCalendarEndpoint,
  previewCalendarEndpoint,
  proposeCalendarEndpoint,
} from '@xingtan/contract/office/calendar'
import { bind } from '../../platform/http-bind.ts'
import { approveCalendar, getCalendarProposal, previewCalendar, proposeCalendar } from './change-calendar.ts'
import { listCalendar } from './list-calendar.ts'

export const CALENDAR_ROUTES = [
  bind(listCalendarEndpoint, listCalendar),
  bind(previewCalendarEndpoint, previewCalendar),
  bind(proposeCalendarEndpoint, proposeCalendar),
  bind(getCalendarProposalEndpoint, getCalendarProposal),
  bind(approveCalendarEndpoint, approveCalendar),
]
