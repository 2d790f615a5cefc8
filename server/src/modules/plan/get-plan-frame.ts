import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getPlanFrameEndpoint } from '@xingtan/contract/office/plan'
import { addDays } from '@xingtan/domain/calendar-day'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Window } from '@xingtan/domain/window'
import { isWorkingDay } from '@xingtan/domain/working-day'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getAgency } from '../agency/index.ts'
import { loadCalendar } from '../calendar/index.ts'
import { loadParent } from './plan-facts.ts'
import { getRound, listClosures, listPlanPoints } from './sql-facts.ts'
import { findPlan } from './sql-plan.ts'

/** Days drawn after the round: thirty working days for conclusions, with the longest holidays between. */
const DAYS_AFTER = 60

function toStated({ opensAt, closesAt }: Window) {
  return { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
}

/** What the plan is drawn against, for its own agency and those above (PLN-3, PLN-4). */
export async function getPlanFrame(
  ctx: Context,
  input: { readonly planId: string },
): Promise<OutputOf<typeof getPlanFrameEndpoint>> {
  return ctx.readBelow(async (tx) => {
    const plan = await findPlan(tx, input.planId)
    if (plan === undefined) throw problem('request.not-found')
    const agency = await getAgency(tx, plan.agencyCode)
    const level = agency.level === 'province' ? 'province' : 'agency'
    const round = await getRound(tx, plan.roundId, plan.agencyCode)
    const parent = await loadParent(tx, plan, round, level)
    const calendar = await loadCalendar(tx)
    const from = shanghaiDay(round.opensAt)
    const to = addDays(shanghaiDay(round.closesAt), DAYS_AFTER)
    const daysOff: string[] = []
    for (let day = from; day <= to; day = addDays(day, 1)) {
      if (!isWorkingDay(calendar, day).working) daysOff.push(day)
    }
    const closures = await listClosures(tx, round)
    return {
      level,
      network: parent.network.map(toStated),
      confirm: parent.confirm.map(toStated),
      closures: closures.map((closure) => ({ ...toStated(closure), sentence: closure.reason })),
      from,
      to,
      daysOff,
      points: await listPlanPoints(tx, plan.agencyCode),
    }
  })
}
