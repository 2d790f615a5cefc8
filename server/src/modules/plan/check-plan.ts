import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { checkPlanEndpoint } from '@xingtan/contract/office/plan'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { judgePlan, toFindingView } from './judge-plan.ts'
import { countStages, countTouched } from './sql-facts.ts'
import { findPlan } from './sql-plan.ts'

/** Dry run of a content: every finding at once, and whom the change of a published plan concerns. Changes nothing. */
export async function checkPlan(
  ctx: Context,
  input: InputOf<typeof checkPlanEndpoint>,
): Promise<OutputOf<typeof checkPlanEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const plan = await findPlan(tx, input.planId)
    if (plan === undefined || plan.agencyCode !== officer.agencyCode) throw problem('request.not-found')
    const { findings, summary } = await judgePlan(tx, plan, input.content)
    const touched = plan.inForce === null ? null : await countTouched(tx, input.content.points)
    return {
      findings: findings.map(toFindingView),
      summary,
      effect:
        touched === null
          ? null
          : {
              stages: await countStages(tx, plan.agencyCode, plan.roundId),
              draftCount: touched.drafts,
              bookingsOutside: touched.bookings,
            },
    }
  })
}
