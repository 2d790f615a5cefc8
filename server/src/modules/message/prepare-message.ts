import type { Services } from '../../platform/context.ts'
import { findWaitingMessage, markMessageSent } from './sql.ts'

export interface PreparedMessage {
  readonly requestId: string
  readonly phone: string
  readonly text: string
  readonly template: string
}

/** The opened message, or undefined when it was sent already: jobs may run twice. */
export async function prepareMessage(services: Services, messageId: string): Promise<PreparedMessage | undefined> {
  const message = await services.db.transaction({}, (tx) => findWaitingMessage(tx, messageId), 'read')
  if (message === undefined || message.channel !== 'sms') return undefined
  return {
    requestId: message.id,
    phone: services.crypto.openColumn(message.addressSealed),
    text: services.crypto.openColumn(message.textSealed),
    template: message.template,
  }
}

/** Records the gateway's receipt and wipes what was sent. */
export async function recordMessageSent(services: Services, messageId: string, receipt: string): Promise<void> {
  await services.db.transaction({}, (tx) => markMessageSent(tx, messageId, receipt))
}
