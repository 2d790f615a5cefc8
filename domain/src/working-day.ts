import { WorkingDayCalendar } from '@xingtan/contract/working-day-calendar'
import { addDays, weekday } from './calendar-day.ts'
import { isStatutoryHoliday } from './statutory-holiday.ts'

/** The published days off and make-up workdays (调休), and the years (`YYYY`, inclusive) they cover. */
export interface Calendar {
  readonly coverage: { readonly from: string; readonly to: string }
  /** Days off by notice, weekend days inside a holiday included. */
  readonly holidays: ReadonlySet<string>
  /** Saturdays and Sundays that are worked. */
  readonly workdays: ReadonlySet<string>
}

/** A day found by counting; `provisional` (暂定) when any day passed on the way lies outside the coverage. */
export interface FoundDay {
  readonly day: string
  readonly provisional: boolean
}

/** Builds the calendar from `server/reference/calendar.json`; throws ZodError when the data is malformed. */
export function parseCalendar(json: unknown): Calendar {
  const { coverage, years } = WorkingDayCalendar.parse(json)
  const holidays = new Set<string>()
  const workdays = new Set<string>()
  for (const year of years) {
    for (const holiday of year.holidays) holidays.add(holiday.day)
    for (const day of year.workdays) workdays.add(day)
  }
  return { coverage, holidays, workdays }
}

/**
 * Whether a day counts for legal clocks, by the State Council's yearly notice with 调休.
 * Outside the covered years: Monday to Friday minus statutory holidays, marked provisional (暂定).
 */
export function isWorkingDay(calendar: Calendar, day: string): { working: boolean; provisional: boolean } {
  const isWeekend = weekday(day) >= 6
  // A notice may reach over the new year (2022-12-31 was off by the notice for 2023), so listed days come first.
  if (calendar.workdays.has(day)) return { working: true, provisional: false }
  if (calendar.holidays.has(day)) return { working: false, provisional: false }
  const year = day.slice(0, 4)
  if (year >= calendar.coverage.from && year <= calendar.coverage.to) return { working: !isWeekend, provisional: false }
  return { working: !isWeekend && !isStatutoryHoliday(day), provisional: true }
}

/**
 * The `count`-th working day after `day`; `day` itself is not counted (行政许可法 art. 82: 期限以工作日计算).
 * Throws RangeError unless `count` is a whole number of at least 1.
 */
export function addWorkingDays(calendar: Calendar, day: string, count: number): FoundDay {
  return walk(calendar, day, count, 1)
}

/** The first working day after `day`. */
export function nextWorkingDay(calendar: Calendar, day: string): FoundDay {
  return walk(calendar, day, 1, 1)
}

/** The last working day before `day`. */
export function previousWorkingDay(calendar: Calendar, day: string): FoundDay {
  return walk(calendar, day, 1, -1)
}

function walk(calendar: Calendar, from: string, count: number, step: 1 | -1): FoundDay {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`not a number of working days: ${count}`)
  let day = from
  let provisional = false
  for (let left = count; left > 0;) {
    day = addDays(day, step)
    const answer = isWorkingDay(calendar, day)
    provisional ||= answer.provisional
    if (answer.working) left -= 1
  }
  return { day, provisional }
}

/** Working days from `from` to `to`, both counted; 0 when `to` is earlier. */
export function countWorkingDays(
  calendar: Calendar,
  from: string,
  to: string,
): { count: number; provisional: boolean } {
  let count = 0
  let provisional = false
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const answer = isWorkingDay(calendar, day)
    provisional ||= answer.provisional
    if (answer.working) count += 1
  }
  return { count, provisional }
}
