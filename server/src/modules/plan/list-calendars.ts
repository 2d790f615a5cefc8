import { z } from 'zod'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { listPlanCalendarsEndpoint } from '@xingtan/contract/plan-calendar'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { listMonth } from './sql-calendar.ts'

const PAGE = 50
const Mark = z.strictObject({ code: z.string() })

/** First day of the month after `2026-12`. */
function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5))
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** Which agencies of a province are at work in a month, and when (PUB-8). */
export async function listPlanCalendars(
  ctx: Context,
  input: InputOf<typeof listPlanCalendarsEndpoint>,
): Promise<OutputOf<typeof listPlanCalendarsEndpoint>> {
  return ctx.read(async (tx) => {
    const { provinceCode, month = tx.today.slice(0, 7) } = input
    const found = await listMonth(tx, {
      provinceCode,
      from: shanghaiInstant(`${month}-01`, '00:00'),
      to: shanghaiInstant(`${nextMonth(month)}-01`, '00:00'),
      after: readMark(Mark, input.after)?.code ?? null,
      limit: PAGE + 1,
    })
    const page = found.slice(0, PAGE)
    const last = page.at(-1)
    return {
      month,
      rows: page.map((row) => ({
        agencyCode: row.agencyCode,
        agencyName: row.agencyName,
        network: { opensAt: row.networkOpensAt.toISOString(), closesAt: row.networkClosesAt.toISOString() },
        confirm: { opensAt: row.confirmOpensAt.toISOString(), closesAt: row.confirmClosesAt.toISOString() },
      })),
      after: found.length > PAGE && last !== undefined ? writeMark({ code: last.agencyCode }) : null,
    }
  })
}
