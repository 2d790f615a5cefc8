import type { ChannelAudience } from '@xingtan/contract/office/channel'
import type { Refusal } from '@xingtan/contract/problem'

/** What is about to be sent through the channel, as far as it decides whether it can be. */
export interface ChannelDraft {
  readonly audience: ChannelAudience
  readonly toAgencyCode: string | null
  readonly receiptRequired: boolean
  readonly readBy: string | null
}

export interface ChannelFacts {
  readonly today: string
  /** The superior and every agency below. */
  readonly reachable: ReadonlySet<string>
  readonly hasBelow: boolean
  /** Who wrote the post that is answered; null when none is. */
  readonly answeredAgencyCode: string | null
}

/**
 * Every reason against sending: from a level to those below it, or between one agency and its superior; an answer goes
 * to whoever wrote. Requirements ADM-7 (000 二（五）: 市级加强对县级的工作指导; 003 三: never public).
 */
export function refusePost(draft: ChannelDraft, facts: ChannelFacts): Refusal[] {
  const refusals: Refusal[] = []
  const { toAgencyCode } = draft
  if (draft.audience === 'agency') {
    if (toAgencyCode === null) refusals.push({ code: 'channel.to-missing', field: 'toAgencyCode' })
    else if (!facts.reachable.has(toAgencyCode) && toAgencyCode !== facts.answeredAgencyCode) {
      refusals.push({ code: 'channel.to-unreachable', field: 'toAgencyCode' })
    }
  } else {
    if (toAgencyCode !== null) refusals.push({ code: 'channel.to-unneeded', field: 'toAgencyCode' })
    if (!facts.hasBelow) refusals.push({ code: 'channel.nobody-below', field: 'audience' })
  }
  if (draft.readBy === null) return refusals
  if (!draft.receiptRequired) refusals.push({ code: 'channel.read-by-needs-receipt', field: 'receiptRequired' })
  if (draft.readBy < facts.today) {
    refusals.push({ code: 'channel.read-by-past', field: 'readBy', values: { today: facts.today } })
  }
  return refusals
}

/** Whether a receipt is late: from the day after the last day. ADM-7. */
export function isReceiptOverdue(
  post: { readonly readBy: string | null; readonly isConfirmed: boolean },
  today: string,
): boolean {
  return post.readBy !== null && !post.isConfirmed && today > post.readBy
}
