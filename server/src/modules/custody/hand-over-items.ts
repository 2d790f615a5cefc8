import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db.ts'
import { beginTerm, isKeeperThere, listItemsOf, lockItem } from './sql.ts'

interface Handing {
  readonly fromPersonId: string
  readonly toPersonId: string
  readonly note: string
  readonly recordedBy: string
}

/** Everything one person keeps goes to another, as a signed 交接清单 says; answers how many items went (ACC-8, ACC-12). */
export async function handOverItems(tx: Tx, handing: Handing): Promise<number> {
  const { fromPersonId, toPersonId: personId, note, recordedBy } = handing
  const items = await listItemsOf(tx, fromPersonId)
  for (const { itemId, agencyCode } of items) {
    // A receiver who has left meanwhile keeps nothing: the item stays on the board as one without a keeper.
    if (!(await isKeeperThere(tx, personId, agencyCode))) return 0
    await lockItem(tx, itemId)
    await beginTerm(tx, { id: randomUUID(), itemId, personId, note, recordedBy })
  }
  return items.length
}
