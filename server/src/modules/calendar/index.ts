/** Owns `calendar_years` and `calendar_days`: working days with 调休. */
export { loadCalendar } from './load-calendar.ts'
