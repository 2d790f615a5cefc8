import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { publishPlanEndpoint } from '@xingtan/contract/office/plan'
import type { Context } from '../../platform/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { lockOwnPlan } from './get-own-plan.ts'
import { judgePlan } from './judge-plan.ts'
import { insertPublication, putInForce } from './sql-plan.ts'

/**
 * Publishes what the level above approved, at once or at an instant to come. What blocks on this day stops it: people may
 * have submitted, and windows may have moved, since it was handed in (PLN-5).
 */
export async function publishPlan(ctx: Context, input: InputOf<typeof publishPlanEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const plan = await lockOwnPlan(tx, officer, input.planId)
    const { submissionId, submitted: content } = plan
    if (plan.state !== 'approved' || content === null) throw problem('plan.not-approved')
    const publishAt = input.publishAt === null ? tx.now : new Date(input.publishAt)
    if (publishAt < tx.now) throw problem('plan.publish-past', { field: 'publishAt' })
    const { findings } = await judgePlan(tx, plan, content)
    throwIfRefused(findings.filter(({ severity }) => severity === 'block'))
    const id = randomUUID()
    await insertPublication(tx, { id, plan, content, submissionId, order: null, publishAt, by: officer.userId })
    if (await putInForce(tx, id)) await addJob(tx, 'plan.tell-affected', { publicationId: id })
    else await addJob(tx, 'plan.put-in-force', { publicationId: id }, { runAt: publishAt })
    tx.concerns('plan', plan.id, { publicationId: id, publishAt: publishAt.toISOString() })
    return { done: true }
  })
}
