import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { handInPlanEndpoint } from '@xingtan/contract/office/plan'
import { type Refusal, sentenceOf } from '@xingtan/contract/problem'
import { refuseHandIn } from '@xingtan/domain/plan-compile'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { isEditable, lockOwnPlan } from './get-own-plan.ts'
import { judgePlan, toFindingView } from './judge-plan.ts'
import { insertSubmission } from './sql-plan.ts'

/** Hands the draft in upward; whatever blocks stops it, and so does a warning nobody has justified (PLN-3). */
export async function handInPlan(ctx: Context, input: InputOf<typeof handInPlanEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const plan = await lockOwnPlan(tx, officer, input.planId)
    if (!isEditable(plan)) throw problem('plan.not-editable')
    if (plan.draftVersion !== input.version) throw problem('plan.edited-meanwhile', { field: 'version' })
    if (plan.state === 'published' && JSON.stringify(plan.draft) === JSON.stringify(plan.inForce)) {
      throw problem('plan.nothing-changed')
    }
    const { findings } = await judgePlan(tx, plan, plan.draft)
    const { blocking, unexplained } = refuseHandIn(findings, new Map(Object.entries(input.justifications)))
    const unjustified = unexplained.map((finding): Refusal => {
      const { key } = toFindingView(finding)
      return {
        code: 'plan.justification-missing',
        field: key,
        values: { finding: sentenceOf(finding) },
        basis: finding.basis,
      }
    })
    throwIfRefused([...blocking, ...unjustified])
    const submissionId = randomUUID()
    const { justifications } = input
    await insertSubmission(tx, {
      id: submissionId,
      plan,
      findings: findings.map(toFindingView),
      justifications,
      by: officer,
    })
    tx.concerns('plan', plan.id, { submissionId })
    return { done: true }
  })
}
