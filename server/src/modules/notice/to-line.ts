import type { NoticeLine } from '@xingtan/contract/notice'
import type { StoredLine } from './sql.ts'

/** One line of a list as the public reads it. */
export function toLine({ id, title, publisher, publishedAt, business, isPinned }: StoredLine): NoticeLine {
  return { id, title, publisher, business, isPinned, publishedAt: publishedAt.toISOString() }
}
