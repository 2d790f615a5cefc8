import type { Authorities } from '../../external/authorities.ts'
import type { Services } from '../../platform/context.ts'
import { TryLater } from '../../platform/jobs.ts'
import { prepareMessage, recordMessageSent } from './prepare-message.ts'

const WAIT_SECONDS = 5

/** Hands one message to the gateway; a gateway that is down or limits us is asked again later. */
export async function sendMessage(services: Services, external: Authorities, messageId: string): Promise<void> {
  const message = await prepareMessage(services, messageId)
  if (message === undefined) return
  const delivery = await external.sms.send(message)
  if (delivery.kind !== 'accepted') {
    throw new TryLater(delivery.kind === 'limited' ? delivery.retryAfterSeconds : WAIT_SECONDS)
  }
  await recordMessageSent(services, messageId, delivery.receipt)
}
