import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { getOwnItem } from './get-own-item.ts'
import { endTerm, retireItemRow } from './sql.ts'

/** Takes an item out of use; its history stays (ACC-12). */
export async function retireItem(
  ctx: Context,
  input: { readonly itemId: string; readonly reason: string },
): Promise<{ done: true }> {
  const officer = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    const item = await getOwnItem(tx, officer, input.itemId)
    if (item.retiredOn !== null) throw problem('custody.retired')
    await endTerm(tx, item.itemId)
    await retireItemRow(tx, item.itemId, input.reason)
    tx.concerns('custody-item', item.itemId)
    return { done: true }
  })
}
