import { SmsReceipt } from '@xingtan/contract/authority/sms'
import type { SmsMessage } from '@xingtan/contract/authority/sms'
import type { Trouble } from '@xingtan/domain/outcome'
import type { Caller } from './http.ts'

export type Delivery = { readonly kind: 'accepted'; readonly receipt: string } | Trouble

/** The message gateway. The request id comes from the outbox row: a repeated send is one message. */
export interface Sms {
  readonly send: (message: SmsMessage) => Promise<Delivery>
}

/** One supplier, by its own path. */
export function createSms(caller: Caller, path: string): Sms {
  return {
    send: async (message) => {
      const result = await caller.call({
        method: 'POST',
        path,
        question: message,
        answer: SmsReceipt,
        isAboutQuestion: (given) => given.requestId === message.requestId,
      })
      return result.kind === 'answered' ? { kind: 'accepted', receipt: result.answer.receipt } : result
    },
  }
}
