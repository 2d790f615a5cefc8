import { z } from 'zod'
import { AuthorityName } from './authority-name.ts'
import { SmsMessage } from './sms.ts'

/** How an authority misbehaves on demand; each mode is one row of S-151, S-152, S-154 or R-030…R-032. */
export const FaultMode = z.enum([
  'ok',
  'reset',
  'unavailable',
  'slow',
  'garbage',
  'truncated',
  'wrong-charset',
  'huge',
  'drip',
  'redirect',
  'extra-fields',
  'wrong-person',
  'limited',
])
export type FaultMode = z.infer<typeof FaultMode>

/** What can be made to fail: every authority, and the mail server, which knows `MAIL_FAULT_MODES` alone. */
export const FaultTarget = z.enum([...AuthorityName.options, 'mail'])
export type FaultTarget = z.infer<typeof FaultTarget>

export const MAIL_FAULT_MODES: readonly FaultMode[] = ['ok', 'reset', 'unavailable', 'slow', 'limited']

export const Fault = z.strictObject({
  mode: FaultMode,
  /** Added to every answer, in milliseconds. */
  latencyMs: z.number().int().min(0).max(60_000),
  /** Share of calls the fault strikes, in percent; the others are answered properly. */
  percent: z.number().int().min(0).max(100),
})
export type Fault = z.infer<typeof Fault>

/** Answer of `GET /control/faults`. */
export const Faults = z.record(FaultTarget, Fault)
export type Faults = z.infer<typeof Faults>

/** Body of `POST /control/faults`: what is left out stays; `null` in place of the name resets every authority. */
export const SetFault = z.strictObject({
  authority: FaultTarget.nullable(),
  mode: FaultMode.optional(),
  latencyMs: z.number().int().min(0).max(60_000).optional(),
  percent: z.number().int().min(0).max(100).optional(),
})
export type SetFault = z.infer<typeof SetFault>

export const InboxSms = z.object({
  ...SmsMessage.shape,
  receipt: z.string(),
  receivedAt: z.iso.datetime(),
  /** Who sent it. */
  supplier: z.enum(['sms', 'sms-backup']).default('sms'),
})
export type InboxSms = z.infer<typeof InboxSms>

export const InboxMail = z.object({
  messageId: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  receivedAt: z.iso.datetime(),
})
export type InboxMail = z.infer<typeof InboxMail>

/** Newest first. `GET /inbox/sms?phone=…`; `GET /inbox/mail?to=…` answers the same with mails. */
export const SmsInbox = z.object({ messages: z.array(InboxSms) })

/** `GET /control/calls`: how often each of them was asked since the start, faults included. */
export const CallCounts = z.record(FaultTarget, z.number().int())
export type CallCounts = z.infer<typeof CallCounts>
