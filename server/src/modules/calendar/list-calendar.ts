import { NATION_AGENCY } from '@xingtan/contract/agency-reference'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listCalendarEndpoint } from '@xingtan/contract/office/calendar'
import { listStatutoryHolidays } from '@xingtan/domain/calendar-notice'
import type { Context } from '../../platform/context.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { listYears } from './sql-run.ts'

/** The working-day calendar with its sources, and how far open cases have followed each notice (PLN-3). */
export async function listCalendar(ctx: Context): Promise<OutputOf<typeof listCalendarEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.read(async (tx) => {
    const years = await listYears(tx)
    const nextYear = String((years[0]?.year ?? Number(tx.today.slice(0, 4)) - 1) + 1)
    return {
      years: years.map(({ year, seen, moved, settled, finishedAt, ...row }) => ({
        ...row,
        year: String(year),
        run:
          seen === null
            ? null
            : { seen, moved: moved ?? 0, settled: settled ?? 0, finishedAt: finishedAt?.toISOString() ?? null },
      })),
      nextYear,
      statutoryHolidays: listStatutoryHolidays(nextYear),
      canPropose: officer.agencyCode === NATION_AGENCY && officer.roles.includes('plan'),
    }
  })
}
