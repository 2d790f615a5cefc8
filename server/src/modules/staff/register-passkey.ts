import type { InputOf } from '@xingtan/contract/endpoint'
import type { registerPasskeyEndpoint } from '@xingtan/contract/office/security'
import type { Context } from '../../platform/context.ts'
import { verifyNewPasskey } from '../../platform/passkey.ts'
import { problem } from '../../platform/problem.ts'
import { insertPasskey } from './sql-key.ts'
import { type TakenOffer, takeOffer, takePasskeyCode } from './sql-passkey-offer.ts'
import { insertSecurityEvent } from './sql-security-event.ts'

type NewPasskeyInput = InputOf<typeof registerPasskeyEndpoint>

/**
 * Files the passkey a browser made on our challenge: this host, its holder verified, once. The offer belongs to the
 * session or to the registration code it was made for; a code is used up here (ACC-9, S-034).
 */
export async function registerPasskey(ctx: Context, input: NewPasskeyInput): Promise<{ done: true }> {
  const { actor, request, crypto } = ctx
  const sessionId = actor.kind === 'officer' && !isByCode(ctx) ? actor.sessionId : null
  const ticketHash = crypto.hashToken(input.ticket)
  const offer = await ctx.write((tx) => takeOffer(tx, { ticketHash, deviceHash: request.deviceHash, sessionId }))
  if (offer === undefined) throw problem('staff.passkey-offer-over')
  const made = await verifyNewPasskey({ challenge: offer.challenge, origin: ctx.officeOrigin }, input)
  if (made === undefined) throw problem('staff.passkey-refused')
  const serial = `PK${crypto.sm3(made.credentialId).toString('hex').slice(0, 24).toUpperCase()}`
  await ctx.write(async (tx) => {
    if (offer.codeId !== null && !(await takePasskeyCode(tx, offer.codeId))) throw problem('staff.passkey-offer-over')
    const passkey = { ...made, serial, userId: offer.userId, label: input.label }
    if (!(await insertPasskey(tx, passkey))) throw problem('staff.passkey-known')
    await insertSecurityEvent(tx, { kind: 'passkey-added', user: userOf(offer), ...placeOf(ctx) })
    tx.concerns('staff-user', offer.userId, { keySerial: serial, by: offer.codeId === null ? 'usb-key' : 'code' })
  })
  return { done: true }
}

function isByCode({ request }: Context): boolean {
  return request.endpointName === 'staff.register-passkey-with-code'
}

function userOf({ userId, agencyCode }: TakenOffer) {
  return { id: userId, agencyCode }
}

function placeOf({ request }: Context) {
  return { address: request.address, device: request.device }
}
