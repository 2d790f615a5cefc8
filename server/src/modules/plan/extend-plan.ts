import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { extendPlanEndpoint } from '@xingtan/contract/office/plan'
import { extendPlan as lengthen, refuseExtension } from '@xingtan/domain/plan-change'
import { findingKey } from '@xingtan/domain/plan-compile'
import type { Context } from '../../platform/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { toPlanContent, toPlanDraft } from './content.ts'
import { lockOwnPlan } from './get-own-plan.ts'
import { judgePlan } from './judge-plan.ts'
import { insertPublication, putInForce, updateDraft } from './sql-plan.ts'

/**
 * 延期: a signed order moves the end of 网报 or 确认 at once, before the close or after it. It stays inside the level above
 * and brings no blocking finding that was not there before (PLN-4, PLN-5, domain §8.4).
 */
export async function extendPlan(ctx: Context, input: InputOf<typeof extendPlanEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const plan = await lockOwnPlan(tx, officer, input.planId)
    if (plan.inForce === null) throw problem('plan.not-published')
    if (plan.state === 'scheduled') throw problem('plan.change-pending')
    const before = toPlanDraft(plan.kind, plan.inForce)
    const order = { window: input.window, closesAt: new Date(input.closesAt) }
    throwIfRefused(refuseExtension(before, order, tx.now))
    const content = toPlanContent(lengthen(before, order))
    const known = new Set((await judgePlan(tx, plan, plan.inForce)).findings.map(findingKey))
    const { findings } = await judgePlan(tx, plan, content)
    throwIfRefused(findings.filter((finding) => finding.severity === 'block' && !known.has(findingKey(finding))))
    const id = randomUUID()
    const { number, signer, reason } = input
    const publication = { id, plan, content, submissionId: null, publishAt: tx.now, by: officer.userId }
    const isNew = await insertPublication(tx, { ...publication, order: { number, signer, reason } })
    if (!isNew) throw problem('plan.extension-number-used', { field: 'number' })
    await putInForce(tx, id)
    // A draft nobody is changing goes on from what is in force.
    if (JSON.stringify(plan.draft) === JSON.stringify(plan.inForce)) await updateDraft(tx, plan.id, content)
    await addJob(tx, 'plan.tell-affected', { publicationId: id })
    tx.concerns('plan', plan.id, { publicationId: id, window: input.window, closesAt: input.closesAt })
    return { done: true }
  })
}
