import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { officerOf } from '../agency/index.ts'
import { lockSuccession, markCancelled } from './sql.ts'

/** Takes an order back that has not been carried out. */
export async function cancelSuccession(
  ctx: Context,
  input: { readonly successionId: string },
): Promise<{ done: true }> {
  officerOf(ctx)
  return ctx.command(async (tx) => {
    const order = await lockSuccession(tx, input.successionId)
    if (order === undefined) throw problem('request.not-found')
    if (order.cancelledAt !== null || order.carriedOutAt !== null) throw problem('succession.over')
    await markCancelled(tx, order.id)
    tx.concerns('agency', order.oldCode, { successionId: order.id })
    return { done: true }
  })
}
