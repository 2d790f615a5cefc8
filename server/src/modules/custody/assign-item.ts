import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { assignCustodyEndpoint } from '@xingtan/contract/office/custody'
import { refuseCustodyMove } from '@xingtan/domain/custody'
import type { Context } from '../../platform/context.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { getOwnItem } from './get-own-item.ts'
import { beginTerm, isKeeperThere } from './sql.ts'

/** Hands an item on: the old term ends where the new one begins, one keeper at any instant (ACC-12). */
export async function assignItem(ctx: Context, input: InputOf<typeof assignCustodyEndpoint>): Promise<{ done: true }> {
  const officer = signedInOfficer(ctx)
  const { itemId, personId, note } = input
  return ctx.command(async (tx) => {
    const item = await getOwnItem(tx, officer, itemId)
    throwIfRefused(
      refuseCustodyMove({
        isRetired: item.retiredOn !== null,
        currentTermId: item.termId,
        seenTermId: input.termId,
        currentKeeperId: item.keeperId,
        keeperId: personId,
        isKeeperThere: await isKeeperThere(tx, personId, item.agencyCode),
      }),
    )
    await beginTerm(tx, { id: randomUUID(), itemId, personId, note, recordedBy: officer.userId })
    tx.concerns('custody-item', itemId, { from: item.keeperId, personId })
    return { done: true }
  })
}
