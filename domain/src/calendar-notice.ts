import type { CalendarYear } from '@xingtan/contract/working-day-calendar'
import { addDays, isCalendarDay, weekday } from './calendar-day.ts'
import { isStatutoryHoliday } from './statutory-holiday.ts'
import { type Calendar, type FoundDay, addWorkingDays, countWorkingDays } from './working-day.ts'

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

/** Statutory holidays of a year by 《全国年节及纪念日放假办法》, without the days moved by the notice. */
export function listStatutoryHolidays(year: string): string[] {
  const days: string[] = []
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1))
    if (isStatutoryHoliday(day)) days.push(day)
  return days
}

/** Statutory holidays that a notice leaves out: a slip of the pen, since no notice may take one away. */
export function refuseMissingHolidays(
  notice: CalendarYear,
): { readonly code: 'calendar.holiday-missing'; readonly day: string }[] {
  const listed = new Set(notice.holidays.map(({ day }) => day))
  return listStatutoryHolidays(notice.year)
    .filter((day) => !listed.has(day))
    .map((day) => ({ code: 'calendar.holiday-missing', day }))
}

/**
 * A due day counted over days that were 暂定, counted again by the calendar with the notice: the same number of working
 * days after the same first day, so that time granted to a case stays granted (行政许可法 art. 82).
 * @param from the day after which counting began; not counted itself
 */
export function recountDueDay(
  { before, after }: { readonly before: Calendar; readonly after: Calendar },
  from: string,
  dueOn: string,
): FoundDay {
  const { count } = countWorkingDays(before, addDays(from, 1), dueOn)
  return count === 0 ? { day: dueOn, provisional: false } : addWorkingDays(after, from, count)
}
