import type { Calendar } from '@xingtan/domain/working-day'
import type { Tx } from '../../platform/db.ts'
import { getCalendarRows } from './sql.ts'

/** The working-day calendar as it is entered now; days beyond its years come out 暂定. */
export async function loadCalendar(tx: Tx): Promise<Calendar> {
  const { days, coverage } = await getCalendarRows(tx)
  const daysOf = (kind: 'holiday' | 'workday') => new Set(days.filter((row) => row.kind === kind).map((row) => row.day))
  return {
    coverage: { from: String(coverage.first ?? 9999), to: String(coverage.last ?? 0).padStart(4, '0') },
    holidays: daysOf('holiday'),
    workdays: daysOf('workday'),
  }
}
