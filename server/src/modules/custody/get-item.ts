import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getCustodyEndpoint } from '@xingtan/contract/office/custody'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { findItem, listTerms } from './sql.ts'
import { toItem } from './to-item.ts'

/** One item with everybody who ever kept it (ACC-12). */
export async function getItem(
  ctx: Context,
  input: { readonly itemId: string },
): Promise<OutputOf<typeof getCustodyEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.readBelow(async (tx) => {
    const item = await findItem(tx, input.itemId)
    if (item === undefined) throw problem('request.not-found')
    const terms = await listTerms(tx, item.itemId)
    return {
      ...toItem(item, officer),
      registeredByName: item.registeredByName,
      registeredAt: item.registeredAt.toISOString(),
      retiredBecause: item.retiredBecause,
      terms: terms.map((term) => ({
        ...term,
        heldFrom: term.heldFrom.toISOString(),
        heldTo: term.heldTo?.toISOString() ?? null,
      })),
    }
  })
}
