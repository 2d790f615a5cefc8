import type { InputOf } from '@xingtan/contract/endpoint'
import type { savePlanEndpoint } from '@xingtan/contract/office/plan'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { isEditable, lockOwnPlan } from './get-own-plan.ts'
import { updateDraft } from './sql-plan.ts'

/** Saves the draft, complete or not; what is published stays as it is (PLN-5). */
export async function savePlan(ctx: Context, input: InputOf<typeof savePlanEndpoint>): Promise<{ version: number }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const plan = await lockOwnPlan(tx, officer, input.planId)
    if (!isEditable(plan)) throw problem('plan.not-editable')
    if (plan.draftVersion !== input.version) throw problem('plan.edited-meanwhile', { field: 'version' })
    const version = await updateDraft(tx, plan.id, input.content)
    tx.concerns('plan', plan.id, { version })
    return { version }
  })
}
