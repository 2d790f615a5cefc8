import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, line } from '../field.ts'
import { Grounds, Preview, Proposal, Proposed } from './proposal.ts'

/** The notice of the State Council on the days off of one year. */
export const HolidayNotice = z.strictObject({
  year: z.string().regex(/^\d{4}$/, { error: '请填写四位数的年份。' }),
  holidays: z.array(z.strictObject({ day: Day, name: line(20, '节日名称') })).max(80),
  workdays: z.array(Day).max(30),
})
export type HolidayNotice = z.infer<typeof HolidayNotice>

export const CalendarYearRow = z.strictObject({
  year: z.string(),
  source: z.string(),
  holidays: z.array(Day),
  workdays: z.array(Day),
  workingDays: z.number().int(),
  /** How far the due days of open cases have followed; null when the year came with the system. */
  run: z
    .strictObject({
      seen: z.number().int(),
      moved: z.number().int(),
      settled: z.number().int(),
      isFinished: z.boolean(),
    })
    .nullable(),
})
export type CalendarYearRow = z.infer<typeof CalendarYearRow>

/** Years whose notice is entered, newest first, and the year that comes next. */
export const listCalendarYearsEndpoint = endpoint({
  name: 'calendar.list-years',
  face: 'office',
  method: 'GET',
  path: '/api/calendar-years',
  permission: 'office',
  input: z.strictObject({}),
  output: z.strictObject({
    years: z.array(CalendarYearRow),
    next: z.string(),
    /** Statutory holidays of the next year by the law alone: where the entry begins. */
    statutory: z.array(Day),
    canPropose: z.boolean(),
    openProposalId: Id.nullable(),
  }),
})

/** What the notice would change; changes nothing. */
export const previewCalendarYearEndpoint = endpoint({
  name: 'calendar.preview',
  face: 'office',
  method: 'POST',
  path: '/api/calendar-years/preview',
  permission: 'window.edit',
  input: HolidayNotice,
  output: Preview,
})

export const proposeCalendarYearEndpoint = endpoint({
  name: 'calendar.propose',
  face: 'office',
  method: 'POST',
  path: '/api/calendar-years/propose',
  permission: 'window.edit',
  input: HolidayNotice.extend(Grounds),
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

/** Second pair of eyes: the year is covered from now on, and a job moves the due days that were 暂定. */
export const approveCalendarYearEndpoint = endpoint({
  name: 'calendar.approve',
  face: 'office',
  method: 'POST',
  path: '/api/calendar-proposals/:proposalId/approve',
  permission: 'window.edit',
  input: z.strictObject({ proposalId: Id }),
  output: Done,
})
