import { z } from 'zod'
import { RequestId, answerHead } from './envelope.ts'

/** Sends one text message; repeating a request id gives the same receipt and sends nothing (one message per request). */
export const SMS_PATH = '/sms/v1/messages'

/** The same at the second supplier, who takes over when the first fails. */
export const SMS_BACKUP_PATH = '/sms-backup/v1/messages'

export const SmsMessage = z.strictObject({
  requestId: RequestId,
  phone: z.string().regex(/^1\d{10}$/),
  /** Name of the text approved at the gateway, for example `account.phone-code`. */
  template: z.string().regex(/^[a-z0-9.-]{1,60}$/),
  text: z.string().min(1).max(500),
})
export type SmsMessage = z.infer<typeof SmsMessage>

export const SmsReceipt = z.object({ ...answerHead, receipt: z.string().regex(/^[\w-]{1,64}$/) })
export type SmsReceipt = z.infer<typeof SmsReceipt>
