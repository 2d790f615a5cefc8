import type { CustodyItem } from '@xingtan/contract/office/custody'
import type { OfficerActor } from '../../platform/actor.ts'
import type { StoredItem } from './sql.ts'

/** An item as lists show it. */
export function toItem(row: StoredItem, officer: OfficerActor): CustodyItem {
  return {
    itemId: row.itemId,
    kind: row.kind,
    serial: row.serial,
    label: row.label,
    agencyName: row.agencyName,
    isOwn: row.agencyCode === officer.agencyCode,
    termId: row.termId,
    keeperName: row.keeperName,
    isKeeperGone: row.isKeeperGone,
    heldFrom: row.heldFrom?.toISOString() ?? null,
    retiredOn: row.retiredOn,
  }
}
