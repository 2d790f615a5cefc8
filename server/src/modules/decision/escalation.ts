import { addDays } from '@xingtan/domain/calendar-day'
import type { PolicyBook } from '../policy/index.ts'

/** After how many days a case that is overdue stands on the board of the level above, and up to which due day it does. */
export function escalationOf(book: PolicyBook, today: string): { readonly days: number; readonly until: string } {
  const days = book.resolve('supervision.escalate-after-days', today).value
  return { days, until: addDays(today, -days) }
}
