import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getWorkEndpoint } from '@xingtan/contract/office/case'
import { addDays } from '@xingtan/domain/calendar-day'
import type { Context } from '../../platform/context.ts'
import { getOfficer } from '../case/index.ts'
import { countWork } from './sql-work.ts'

/** My work: open cases in scope by stage, and those overdue, due today and due within seven days. */
export async function getWork(ctx: Context): Promise<OutputOf<typeof getWorkEndpoint>> {
  getOfficer(ctx)
  return ctx.read(async (tx) => {
    const counts = await countWork(tx, addDays(tx.today, 6))
    const sumOf = (name: 'overdue' | 'today' | 'week') => counts.reduce((sum, row) => sum + row[name], 0)
    return {
      stages: counts.map(({ stage, count }) => ({ stage, count })),
      overdue: sumOf('overdue'),
      today: sumOf('today'),
      week: sumOf('week'),
    }
  })
}
