import type { KeyQuestion } from '@xingtan/contract/office/session'
import type { Context } from '../../platform/context.ts'
import { rpIdOf } from '../../platform/passkey.ts'
import type { MadeChallenge } from './make-challenge.ts'
import type { Passkey } from './sql-key.ts'

/** What the page is told: the challenge, and which keys may answer it. */
export function toKeyQuestion(
  ctx: Context,
  made: MadeChallenge,
  keys: { readonly keySerial: string | null; readonly passkeys: readonly Passkey[] },
): KeyQuestion {
  const credentialIds = keys.passkeys.map(({ credentialId }) => credentialId.toString('base64url'))
  return {
    ticket: made.ticket,
    challenge: made.challenge,
    keySerial: keys.keySerial,
    middlewareUrl: ctx.middlewareUrl,
    passkey: credentialIds.length === 0 ? null : { rpId: rpIdOf(ctx.officeOrigin), credentialIds },
    expiresAt: made.expiresAt.toISOString(),
  }
}
