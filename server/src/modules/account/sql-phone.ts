import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface SendLimits {
  readonly resendSeconds: number
  readonly perPhonePerDay: number
}

const Send = z.object({ lastAt: z.date(), day: z.string(), sentOnDay: z.number() })
export type PhoneSend = z.infer<typeof Send>

/**
 * Takes the right to send one code to a phone for a purpose. One statement under one row lock: of fifty at once
 * exactly one gets it (S-012).
 */
export async function takePhoneSend(
  tx: Tx,
  {
    phoneIndex,
    purpose,
    limits,
  }: { readonly phoneIndex: Buffer; readonly purpose: string; readonly limits: SendLimits },
): Promise<boolean> {
  const taken = await tx.run(sql`
    insert into phone_sends as sends (phone_index, purpose, last_at, day, sent_on_day)
    values (${phoneIndex}, ${purpose}, ${tx.now}, ${tx.today}, 1)
    on conflict (phone_index, purpose) do update set last_at = ${tx.now}, day = ${tx.today},
      sent_on_day = case when sends.day = ${tx.today}::date then sends.sent_on_day + 1 else 1 end
    where sends.last_at <= ${tx.now}::timestamptz - make_interval(secs => ${limits.resendSeconds})
      and (sends.day <> ${tx.today}::date or sends.sent_on_day < ${limits.perPhonePerDay})`)
  return taken === 1
}

export async function findPhoneSend(tx: Tx, phoneIndex: Buffer, purpose: string): Promise<PhoneSend | undefined> {
  return tx.find(
    Send,
    sql`select last_at, day, sent_on_day from phone_sends where phone_index = ${phoneIndex} and purpose = ${purpose}`,
  )
}

export interface NewPhoneCode {
  readonly id: string
  readonly purpose: string
  readonly phoneIndex: Buffer
  readonly deviceHash: Buffer
  readonly codeHash: Buffer
  readonly expiresAt: Date
}

export async function insertPhoneCode(tx: Tx, code: NewPhoneCode): Promise<void> {
  await tx.run(sql`
    insert into phone_codes (id, purpose, phone_index, device_hash, code_hash, expires_at)
    values (${code.id}, ${code.purpose}, ${code.phoneIndex}, ${code.deviceHash}, ${code.codeHash}, ${code.expiresAt})`)
}

const Try = z.object({ isRight: z.boolean() })

/**
 * Counts one try and uses the code up when it was the right one, in one statement under the lock of its row: of fifty at
 * once one is right. Nothing is touched and the answer is false for another phone, device or purpose, a code that was
 * used or has run out, or when no tries are left (S-011).
 */
export async function takeCode(
  tx: Tx,
  given: {
    readonly id: string
    readonly purpose: string
    readonly phoneIndex: Buffer
    readonly deviceHash: Buffer
    readonly codeHash: Buffer
    readonly most: number
  },
): Promise<boolean> {
  const row = await tx.find(
    Try,
    sql`update phone_codes set tries = tries + 1, used_at = case when code_hash = ${given.codeHash} then ${tx.now}::timestamptz end
        where id = ${given.id} and purpose = ${given.purpose} and phone_index = ${given.phoneIndex}
          and device_hash = ${given.deviceHash} and used_at is null and expires_at > ${tx.now} and tries < ${given.most}
        returning used_at is not null as is_right`,
  )
  return row?.isRight ?? false
}
