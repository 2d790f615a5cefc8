import type { OnlineCase, judgeMaterialsEndpoint } from '@xingtan/contract/office/material'
import type { z } from 'zod'
import { type ChosenReasons, toReasonChoices } from '../../components/reason-picker.tsx'

type Item = OnlineCase['items'][number]
type Judgement = z.input<(typeof judgeMaterialsEndpoint)['input']>['judgements'][number]

/** What the officer has said of one file and not saved yet. */
export interface ItemDraft {
  readonly accepted: boolean
  readonly reasons: ChosenReasons
}

export type ItemDrafts = ReadonlyMap<string, ItemDraft>

/** What is shown of an item: what was said just now, or else what stands in the record. */
export function draftOf(item: Item, drafts: ItemDrafts): ItemDraft | undefined {
  const said = item.materialId === null ? undefined : drafts.get(item.materialId)
  if (said !== undefined) return said
  if (item.state !== 'accepted' && item.state !== 'rejected') return undefined
  return {
    accepted: item.state === 'accepted',
    reasons: new Map(item.reasons.map(({ code, note }) => [code, note ?? ''])),
  }
}

/** What has to go to the server: only what was said since it was read. */
export function toJudgements(drafts: ItemDrafts): Judgement[] {
  return [...drafts].map(([materialId, { accepted, reasons }]) => ({
    materialId,
    accepted,
    reasons: accepted ? [] : toReasonChoices(reasons),
  }))
}

/** Names of rejected files without a reason: they cannot be saved. */
export function listUnexplained(items: readonly Item[], drafts: ItemDrafts): string[] {
  return items
    .filter(({ materialId }) => {
      const said = materialId === null ? undefined : drafts.get(materialId)
      return said !== undefined && !said.accepted && said.reasons.size === 0
    })
    .map(({ name }) => name)
}

/** Files nobody has judged yet, by what stands in the record and what was said since. */
export function countOpen(items: readonly Item[], drafts: ItemDrafts): number {
  return items.filter((item) => item.state === 'handed-in' && draftOf(item, drafts) === undefined).length
}
