import type { Context } from '../../platform/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { refuseSuccession } from '@xingtan/domain/agency-power'
import { officerOf } from '../agency/index.ts'
import { loadFacts } from './load-facts.ts'
import { lockSuccession, markApproved } from './sql.ts'

/**
 * The second person agrees, by the facts of this moment; a job carries the order out at its instant (ADM-2, S-056).
 */
export async function approveSuccession(
  ctx: Context,
  input: { readonly successionId: string },
): Promise<{ done: true }> {
  const officer = officerOf(ctx)
  return ctx.command(async (tx) => {
    const order = await lockSuccession(tx, input.successionId)
    if (order === undefined) throw problem('request.not-found')
    if (order.cancelledAt !== null || order.carriedOutAt !== null) throw problem('succession.over')
    if (order.approvedByName !== null) throw problem('succession.approved-already')
    if (order.orderedPersonId === officer.personId) throw problem('succession.same-person')
    const facts = await loadFacts(tx, officer, order)
    throwIfRefused(refuseSuccession({ ...facts, isOrdered: false }))
    await markApproved(tx, order.id, officer.userId)
    const runAt = order.effectiveAt < tx.now ? tx.now : order.effectiveAt
    await addJob(tx, 'succession.carry-out', { successionId: order.id }, { runAt })
    tx.concerns('agency', order.oldCode, { successionId: order.id, newCode: order.newCode })
    return { done: true }
  })
}
