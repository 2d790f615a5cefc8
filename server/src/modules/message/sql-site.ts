import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewSiteMessage {
  readonly id: string
  readonly accountId: string
  readonly applicationId: string
  readonly template: string
  /** What the person reads; holds no document number. */
  readonly body: string
  /** Who speaks, for example the name of the agency. */
  readonly sender: string
}

/** Lays messages into the inboxes of their persons, unread. */
export async function insertSiteMessages(tx: Tx, messages: readonly NewSiteMessage[]): Promise<void> {
  await tx.run(sql`
    insert into messages (id, account_id, application_id, channel, template, body, sender, state, created_at, sent_at, dedupe_key)
    select n.id, n."accountId", n."applicationId", 'site', n.template, n.body, n.sender, 'unread', ${tx.now}, ${tx.now},
      'site:' || n.id
    from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
      as n(id uuid, "accountId" uuid, "applicationId" uuid, template text, body text, sender text)`)
}
