import type { ChannelAudience, ChannelRow } from '@xingtan/contract/office/channel'
import { isReceiptOverdue } from '@xingtan/domain/channel'
import type { ChannelPost } from './sql-post.ts'

function toWords(audience: ChannelAudience, toAgencyName: string | null): string {
  if (audience === 'agency') return toAgencyName ?? ''
  return audience === 'below' ? '全部下级机构' : '直属下级机构'
}

/** A post as a line of a box. */
export function toChannelRow(post: ChannelPost, today: string): ChannelRow {
  const { id, kind, title, agencyName, audience, toAgencyName, receiptRequired, readBy } = post
  const isConfirmed = post.confirmedAt !== null
  return {
    postId: id,
    kind,
    title,
    agencyName,
    to: toWords(audience, toAgencyName),
    postedAt: post.postedAt.toISOString(),
    receiptRequired,
    readBy,
    isRead: post.readAt !== null,
    isConfirmed,
    isOverdue: post.isForMe && receiptRequired && isReceiptOverdue({ readBy, isConfirmed }, today),
    remindedAt: post.remindedAt?.toISOString() ?? null,
    isWithdrawn: post.withdrawnAt !== null,
  }
}
