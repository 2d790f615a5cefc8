import { SMS_PATH, SmsMessage } from '@xingtan/contract/authority/sms'
import { serve } from '../wire/serve.ts'
import type { Sandbox } from '../wire/serve.ts'
import { hashNumber } from '../wire/signature.ts'

/** Stands in for the message gateway: what is sent stands in the inbox, once per request id. */
export function serveSms(sandbox: Sandbox): void {
  const { memory, save } = sandbox.store
  serve(sandbox, {
    authority: 'sms',
    method: 'POST',
    path: SMS_PATH,
    question: SmsMessage,
    answer: (message) => {
      const answeredAt = sandbox.clock.now().toISOString()
      const known = memory.sms.find((sent) => sent.requestId === message.requestId)
      const receipt = known?.receipt ?? `sms-${hashNumber(sandbox.sharedKey, message.requestId, '').slice(0, 16)}`
      if (known === undefined) {
        memory.sms.unshift({ ...message, receipt, receivedAt: answeredAt })
        save()
      }
      return { requestId: message.requestId, answeredAt, receipt }
    },
  })
}
