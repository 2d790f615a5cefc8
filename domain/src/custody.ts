import type { Refusal } from '@xingtan/contract/problem'

export interface CustodyMove {
  readonly isRetired: boolean
  /** The term that runs, and the one the officer saw. */
  readonly currentTermId: string | null
  readonly seenTermId: string | null
  readonly currentKeeperId: string | null
  readonly keeperId: string
  /** Of the item's agency and still there. */
  readonly isKeeperThere: boolean
}

/** Why an item cannot be handed to this keeper: one named custodian at any time (教办师〔2020〕81号 三(三)2: 指定管理责任人; ACC-12). */
export function refuseCustodyMove(move: CustodyMove): Refusal[] {
  if (move.isRetired) return [{ code: 'custody.retired' }]
  if (move.currentTermId !== move.seenTermId) return [{ code: 'custody.changed' }]
  if (!move.isKeeperThere) return [{ code: 'custody.keeper-unknown', field: 'personId' }]
  return move.currentKeeperId === move.keeperId ? [{ code: 'custody.keeper-same', field: 'personId' }] : []
}
