import { SMS_BACKUP_PATH, SMS_PATH, SmsMessage } from '@xingtan/contract/authority/sms'
import { serve } from '../wire/serve.ts'
import type { Sandbox } from '../wire/serve.ts'
import { hashNumber } from '../wire/signature.ts'

/** Stands in for both message gateways: what one sends stands in the inbox, once per request id. */
export function serveSms(sandbox: Sandbox): void {
  serveSupplier(sandbox, 'sms', SMS_PATH)
  serveSupplier(sandbox, 'sms-backup', SMS_BACKUP_PATH)
}

function serveSupplier(sandbox: Sandbox, supplier: 'sms' | 'sms-backup', path: string): void {
  const { memory, save } = sandbox.store
  serve(sandbox, {
    authority: supplier,
    method: 'POST',
    path,
    question: SmsMessage,
    answer: (message) => {
      const answeredAt = sandbox.clock.now().toISOString()
      const known = memory.sms.find((sent) => sent.supplier === supplier && sent.requestId === message.requestId)
      const receipt =
        known?.receipt ??
        `sms-${hashNumber(sandbox.sharedKey, message.requestId, supplier === 'sms' ? '' : supplier).slice(0, 16)}`
      if (known === undefined) {
        memory.sms.unshift({ ...message, receipt, receivedAt: answeredAt, supplier })
        save()
      }
      return { requestId: message.requestId, answeredAt, receipt }
    },
  })
}
