import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db.ts'
import { type NewSiteMessage, insertSiteMessages } from './sql-site.ts'

export type SiteMessage = Omit<NewSiteMessage, 'id'>

/** 留言: messages in the portal's inbox, in the caller's transaction. Answers their ids in the same order. */
export async function postSiteMessages(tx: Tx, messages: readonly SiteMessage[]): Promise<string[]> {
  const rows = messages.map((message) => ({ ...message, id: randomUUID() }))
  await insertSiteMessages(tx, rows)
  return rows.map(({ id }) => id)
}
