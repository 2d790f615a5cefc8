import type { InputOf } from '@xingtan/contract/endpoint'
import type { reviewPlanEndpoint } from '@xingtan/contract/office/plan'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { findPlan, insertReview } from './sql-plan.ts'

/** The level right above approves or returns with its reason, by another person (PLN-2; city ← county, province ← city). */
export async function reviewPlan(ctx: Context, input: InputOf<typeof reviewPlanEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const plan = await findPlan(tx, input.planId)
    if (plan === undefined) throw problem('request.not-found')
    if (plan.parentCode !== officer.agencyCode) throw problem('plan.not-superior')
    const { submissionId, handedInPersonId } = plan
    if (plan.state !== 'handed-in' || submissionId === null || handedInPersonId === null)
      throw problem('plan.not-waiting')
    if (handedInPersonId === officer.personId) throw problem('plan.same-person')
    const { approved, reason } = input
    if (!approved && reason === null) throw problem('plan.return-reason-needed', { field: 'reason' })
    const isFirst = await insertReview(tx, { submissionId, handedInPersonId, approved, reason, by: officer })
    if (!isFirst) throw problem('plan.not-waiting')
    tx.concerns('plan', plan.id, { submissionId, approved })
    return { done: true }
  })
}
