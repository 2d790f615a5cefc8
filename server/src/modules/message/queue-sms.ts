import { randomUUID } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { addJobs } from '../../platform/jobs.ts'
import { insertMessages } from './sql.ts'

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
  await queueManySms(tx, crypto, [sms])
}

/** The same for many persons in two statements. */
export async function queueManySms(tx: Tx, crypto: Context['crypto'], all: readonly Sms[]): Promise<void> {
  const messages = all.map((sms) => ({
    id: randomUUID(),
    accountId: sms.accountId,
    applicationId: sms.applicationId ?? null,
    channel: 'sms' as const,
    template: sms.template,
    addressSealed: crypto.sealColumn(sms.phone),
    textSealed: crypto.sealColumn(sms.text),
    dedupeKey: sms.dedupeKey,
  }))
  await insertMessages(tx, messages)
  const payloads = messages.map(({ id }) => ({ messageId: id }))
  await addJobs(tx, 'message.send', payloads)
}
