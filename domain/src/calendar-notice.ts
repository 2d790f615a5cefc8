import type { CalendarYear } from '@xingtan/contract/working-day-calendar'
import { isCalendarDay, weekday } from './calendar-day.ts'
import type { Calendar } from './working-day.ts'

/** Why a notice on days off cannot be entered; each names what is wrong with it. */
export type NoticeRefusal =
  | { readonly code: 'calendar.year-not-next'; readonly expected: string }
  | { readonly code: 'calendar.day-outside-year'; readonly day: string }
  | { readonly code: 'calendar.day-listed-twice'; readonly day: string }
  | { readonly code: 'calendar.workday-not-weekend'; readonly day: string }

/**
 * Reasons the yearly notice of the State Council cannot extend this calendar; empty means it can. Only the year after
 * the covered ones may be entered, so that no year is left out. The notice may take the last days of December before.
 */
export function refuseNotice(calendar: Calendar, notice: CalendarYear): NoticeRefusal[] {
  const refusals: NoticeRefusal[] = []
  const expected = String(Number(calendar.coverage.to) + 1)
  if (notice.year !== expected) refusals.push({ code: 'calendar.year-not-next', expected })
  const days = [...notice.holidays.map((holiday) => holiday.day), ...notice.workdays]
  for (const [index, day] of days.entries()) {
    if (!isCalendarDay(day) || !isNearYear(day, notice.year)) refusals.push({ code: 'calendar.day-outside-year', day })
    if (days.indexOf(day) !== index) refusals.push({ code: 'calendar.day-listed-twice', day })
  }
  for (const day of notice.workdays) {
    if (isCalendarDay(day) && weekday(day) < 6) refusals.push({ code: 'calendar.workday-not-weekend', day })
  }
  return refusals
}

function isNearYear(day: string, year: string): boolean {
  return day.slice(0, 4) === year || day.slice(0, 7) === `${Number(year) - 1}-12`
}

/** The calendar with one more covered year; results that were 暂定 are then computed again by the caller. */
export function withNotice(calendar: Calendar, notice: CalendarYear): Calendar {
  return {
    coverage: { from: calendar.coverage.from, to: notice.year },
    holidays: new Set([...calendar.holidays, ...notice.holidays.map((holiday) => holiday.day)]),
    workdays: new Set([...calendar.workdays, ...notice.workdays]),
  }
}
