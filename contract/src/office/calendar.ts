import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, line } from '../field.ts'
import { Grounds, Preview, Proposal, Proposed } from './proposal.ts'

/** The yearly notice of the State Council on days off and make-up workdays. */
export const HolidayNotice = z.strictObject({
  year: z.string().regex(/^\d{4}$/, { error: '请填写四位年度，例如 2027。' }),
  holidays: z
    .array(z.strictObject({ day: Day, name: line(10, '节日名称') }))
    .min(1, { error: '请至少填写一个放假日期。' })
    .max(60, { error: '放假日期不能超过 60 天，请核对。' }),
  workdays: z.array(Day).max(20, { error: '调休上班日不能超过 20 天，请核对。' }),
})
export type HolidayNotice = z.infer<typeof HolidayNotice>

export const CalendarYearRow = z.strictObject({
  year: z.string(),
  source: z.string(),
  holidays: z.array(Day),
  workdays: z.array(Day),
  /** How far the due days of open cases have followed; null for years that were there from the beginning. */
  run: z.strictObject({ seen: z.int(), moved: z.int(), settled: z.int(), finishedAt: Instant.nullable() }).nullable(),
})
export type CalendarYearRow = z.infer<typeof CalendarYearRow>

/** Working-day calendar: the years covered, the newest first. */
export const listCalendarEndpoint = endpoint({
  name: 'calendar.list',
  face: 'office',
  method: 'GET',
  path: '/api/calendar',
  permission: 'office',
  input: z.strictObject({}),
  output: z.strictObject({
    years: z.array(CalendarYearRow),
    /** The year that may be entered next, with its statutory holidays. */
    nextYear: z.string(),
    statutoryHolidays: z.array(Day),
    canPropose: z.boolean(),
  }),
})

/** What the notice would do; changes nothing. */
export const previewCalendarEndpoint = endpoint({
  name: 'calendar.preview',
  face: 'office',
  method: 'POST',
  path: '/api/calendar/preview',
  permission: 'window.edit',
  input: z.strictObject({ notice: HolidayNotice }),
  output: Preview,
})

export const proposeCalendarEndpoint = endpoint({
  name: 'calendar.propose',
  face: 'office',
  method: 'POST',
  path: '/api/calendar/propose',
  permission: 'window.edit',
  input: z.strictObject({ notice: HolidayNotice, ...Grounds }),
  output: Proposed,
})

export const getCalendarProposalEndpoint = endpoint({
  name: 'calendar.get-proposal',
  face: 'office',
  method: 'GET',
  path: '/api/calendar-proposals/:proposalId',
  permission: 'office',
  input: z.strictObject({ proposalId: Id }),
  output: Proposal,
})

/** Second pair of eyes: the year is covered at once, a job lets the due days of open cases follow. */
export const approveCalendarEndpoint = endpoint({
  name: 'calendar.approve',
  face: 'office',
  method: 'POST',
  path: '/api/calendar-proposals/:proposalId/approve',
  permission: 'window.edit',
  input: z.strictObject({ proposalId: Id }),
  output: Done,
})
