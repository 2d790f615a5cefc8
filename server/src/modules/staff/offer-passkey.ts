import type { PasskeyOffer } from '@xingtan/contract/office/security'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { rpIdOf } from '../../platform/passkey.ts'
import { makeChallenge } from './make-challenge.ts'
import { listPasskeys } from './sql-key.ts'
import { type OfferGround, insertOffer } from './sql-passkey-offer.ts'

const RP_NAME = '教师资格管理信息系统'

/** Creation options for a passkey of this user on this host, kept for 60 seconds for this browser. */
export async function offerPasskey(
  ctx: Context,
  tx: Tx,
  wanted: { readonly userId: string; readonly name: string; readonly username: string; readonly ground: OfferGround },
): Promise<PasskeyOffer> {
  const { userId, ground } = wanted
  const made = makeChallenge(ctx, tx.now, { purpose: 'register-passkey' })
  const { ticketHash, challenge, expiresAt } = made
  await insertOffer(tx, { ticketHash, userId, deviceHash: ctx.request.deviceHash, ground, challenge, expiresAt })
  const known = await listPasskeys(tx, userId)
  return {
    ticket: made.ticket,
    challenge,
    rpId: rpIdOf(ctx.officeOrigin),
    rpName: RP_NAME,
    // Says nothing about the person, and the same passkey is not made twice on one authenticator.
    userHandle: ctx.crypto.mac('passkey-user', userId).toString('base64url'),
    username: wanted.username,
    displayName: wanted.name,
    excludeCredentialIds: known.map(({ credentialId }) => credentialId.toString('base64url')),
    expiresAt: expiresAt.toISOString(),
  }
}
