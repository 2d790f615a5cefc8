import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getPlanEndpoint } from '@xingtan/contract/office/plan'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { isEditable } from './get-own-plan.ts'
import { findPlan, listHistory } from './sql-plan.ts'

/** A plan of the officer's part of the tree with its history; agencies above read what was handed in or published. */
export async function getPlan(
  ctx: Context,
  input: { readonly planId: string },
): Promise<OutputOf<typeof getPlanEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.readBelow(async (tx) => {
    const plan = await findPlan(tx, input.planId)
    if (plan === undefined) throw problem('request.not-found')
    const isOwn = plan.agencyCode === officer.agencyCode
    const history = await listHistory(tx, plan.id)
    return {
      planId: plan.id,
      agencyCode: plan.agencyCode,
      agencyName: plan.agencyName,
      kind: plan.kind,
      roundName: plan.roundName,
      state: plan.state,
      version: plan.draftVersion,
      content: isOwn ? plan.draft : (plan.submitted ?? plan.inForce ?? plan.draft),
      inForce: plan.inForce,
      findings: plan.findings ?? [],
      justifications: plan.justifications ?? {},
      history: history.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
      mayEdit: isOwn && isEditable(plan),
      mayReview: plan.parentCode === officer.agencyCode && plan.state === 'handed-in',
      mayPublish: isOwn && plan.state === 'approved',
      mayExtend: isOwn && plan.inForce !== null && plan.state !== 'scheduled',
    }
  })
}
