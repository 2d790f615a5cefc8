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

/** Writes one outgoing message; its dedupe key makes a repeat impossible. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<void> {
  await tx.run(sql`
    insert into messages (id, account_id, application_id, channel, template, address_sealed, text_sealed, sender, state, created_at, dedupe_key)
    values (${message.id}, ${message.accountId}, ${message.applicationId}, ${message.channel}, ${message.template},
      ${message.addressSealed}, ${message.textSealed}, '中国教师资格网', 'waiting', ${tx.now}, ${message.dedupeKey})`)
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
