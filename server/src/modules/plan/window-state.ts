import type { WindowState } from '@xingtan/contract/place'
import type { Opening } from './opening.ts'

/** An opening as the portal shows it. */
export function toWindowState(opening: Opening): WindowState {
  return {
    open: opening.open,
    closedBy: opening.closedBy,
    sentence: opening.sentence,
    opensAt: opening.opensAt?.toISOString() ?? null,
    closesAt: opening.closesAt?.toISOString() ?? null,
  }
}
