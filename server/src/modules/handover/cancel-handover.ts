import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getHandoverToChange } from './get-handover-to-change.ts'
import { cancelRow } from './sql.ts'

/** Takes back a list that is not closed; it stays on record, and a giver who has left is due again (ACC-8). */
export async function cancelHandover(
  ctx: Context,
  input: { readonly handoverId: string; readonly reason: string },
): Promise<{ done: true }> {
  return ctx.command(async (tx) => {
    const { row } = await getHandoverToChange(tx, input.handoverId)
    if (row.state !== 'open') throw problem('handover.over')
    await cancelRow(tx, row.id, input.reason)
    tx.concerns('handover', row.id)
    return { done: true }
  })
}
