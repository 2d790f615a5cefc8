import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewMessage {
  readonly id: string
  readonly accountId: string | null
  readonly applicationId: string | null
  readonly channel: 'sms' | 'mail'
  readonly template: string
  readonly addressSealed: Buffer
  readonly textSealed: Buffer
  readonly dedupeKey: string
}

/** Writes outgoing messages; their dedupe keys make a repeat impossible. */
export async function insertMessages(tx: Tx, messages: readonly NewMessage[]): Promise<void> {
  const rows = messages.map((message) => ({
    ...message,
    addressSealed: message.addressSealed.toString('hex'),
    textSealed: message.textSealed.toString('hex'),
  }))
  await tx.run(sql`
    insert into messages (id, account_id, application_id, channel, template, address_sealed, text_sealed, sender, state, created_at, dedupe_key)
    select n.id, n."accountId", n."applicationId", n.channel, n.template, decode(n."addressSealed", 'hex'),
      decode(n."textSealed", 'hex'), '中国教师资格网', 'waiting', ${tx.now}, n."dedupeKey"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, "accountId" uuid, "applicationId" uuid,
      channel text, template text, "addressSealed" text, "textSealed" text, "dedupeKey" text)`)
}

const WaitingMessage = z.object({
  id: z.string(),
  channel: z.enum(['sms', 'mail', 'site']),
  template: z.string(),
  addressSealed: z.instanceof(Buffer),
  textSealed: z.instanceof(Buffer),
})
export type WaitingMessage = z.infer<typeof WaitingMessage>

/** The message if it still waits to be sent. */
export async function findWaitingMessage(tx: Tx, id: string): Promise<WaitingMessage | undefined> {
  return tx.find(
    WaitingMessage,
    sql`select id, channel, template, address_sealed, text_sealed from messages where id = ${id} and state = 'waiting'`,
  )
}

/** Marks it sent and wipes number and text: codes do not stay. */
export async function markMessageSent(tx: Tx, id: string, receipt: string): Promise<void> {
  await tx.run(sql`
    update messages set state = 'sent', sent_at = ${tx.now}, receipt = ${receipt}, address_sealed = null, text_sealed = null
    where id = ${id} and state = 'waiting'`)
}
