import { openDemoPlan } from '@xingtan/domain/plan'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import { loadCalendar } from '../modules/calendar/index.ts'
import type { Tx } from '../platform/db.ts'
import { isDemoOpen, layDemoPlan } from './sql.ts'

/** Makes sure that the demonstration is open today, whatever day it is, by the rules every plan has to obey. */
export async function seedPlan(tx: Tx): Promise<void> {
  if (await isDemoOpen(tx)) return
  const plan = openDemoPlan(tx.today, await loadCalendar(tx))
  const year = tx.today.slice(0, 4)
  const half = tx.today.slice(5) < '07-15' ? '上半年' : '下半年'
  const opensAt = new Date(
    Math.min(plan.network.opensAt.getTime(), shanghaiInstant(`${year}-01-01`, '00:00').getTime()),
  )
  await layDemoPlan(tx, {
    roundName: `${year}年${half}（演示 ${tx.today}）`,
    opensAt,
    closesAt: shanghaiInstant(plan.decideBy, '24:00'),
    networkOpensAt: plan.network.opensAt,
    networkClosesAt: plan.network.closesAt,
    confirmOpensAt: plan.confirm.opensAt,
    confirmClosesAt: plan.confirm.closesAt,
    decideBy: plan.decideBy,
  })
}
