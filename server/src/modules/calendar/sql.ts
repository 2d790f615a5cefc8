import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const DayRow = z.object({ day: z.string(), kind: z.enum(['holiday', 'workday']) })
const Coverage = z.object({ first: z.number().nullable(), last: z.number().nullable() })

/** Published days off and make-up workdays, and the years they cover. */
export async function getCalendarRows(
  tx: Tx,
): Promise<{ days: z.infer<typeof DayRow>[]; coverage: z.infer<typeof Coverage> }> {
  const coverage = await tx.get(Coverage, sql`select min(year) as first, max(year) as last from calendar_years`)
  return { days: await tx.list(DayRow, sql`select day, kind from calendar_days`), coverage }
}
