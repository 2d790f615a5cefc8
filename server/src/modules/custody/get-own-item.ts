import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type StoredItem, lockItem } from './sql.ts'

/** An item of the officer's own agency under its lock; others are unknown (S-045). */
export async function getOwnItem(tx: Tx, officer: OfficerActor, itemId: string): Promise<StoredItem> {
  const item = await lockItem(tx, itemId)
  if (item?.agencyCode !== officer.agencyCode) throw problem('request.not-found')
  return item
}
