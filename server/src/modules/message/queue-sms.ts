import { randomUUID } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { addJob } from '../../platform/jobs.ts'
import { insertMessage } from './sql.ts'

export interface Sms {
  readonly phone: string
  readonly text: string
  readonly template: string
  /** Whom it concerns; codes before sign-in concern nobody yet. */
  readonly accountId: string | null
  readonly applicationId?: string
  /** One message per key, however often the command runs. */
  readonly dedupeKey: string
}

/** Puts an SMS into the outbox in the caller's transaction; number and text are sealed until it is sent. */
export async function queueSms(tx: Tx, crypto: Context['crypto'], sms: Sms): Promise<void> {
  const id = randomUUID()
  await insertMessage(tx, {
    id,
    accountId: sms.accountId,
    applicationId: sms.applicationId ?? null,
    channel: 'sms',
    template: sms.template,
    addressSealed: crypto.sealColumn(sms.phone),
    textSealed: crypto.sealColumn(sms.text),
    dedupeKey: sms.dedupeKey,
  })
  await addJob(tx, 'message.send', { messageId: id })
}
