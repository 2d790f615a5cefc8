import type { InputOf } from '@xingtan/contract/endpoint'
import type { beginKeyProofEndpoint } from '@xingtan/contract/office/security'
import type { KeyQuestion } from '@xingtan/contract/office/session'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Context } from '../../platform/context.ts'
import { keyProofInputHash } from '../../platform/key-proof.ts'
import { getOfficer } from '../case/index.ts'
import { makeChallenge } from './make-challenge.ts'
import { getKeyKind, listPasskeys } from './sql-key.ts'
import { insertKeyProof } from './sql-key-proof.ts'
import { toKeyQuestion } from './to-key-question.ts'

/** A challenge for one act: this session, this endpoint, this input. Only the key that opened the session may sign it (S-036). */
export async function beginKeyProof(ctx: Context, input: InputOf<typeof beginKeyProofEndpoint>): Promise<KeyQuestion> {
  const officer = getOfficer(ctx)
  // The text a call of this input without a file is known by.
  const inputHash = keyProofInputHash(ctx.crypto, input.endpoint, canonicalJson([input.input, null]))
  return ctx.write(async (tx) => {
    const purpose = { purpose: input.endpoint, session: officer.sessionId, input: inputHash.toString('hex') }
    const made = makeChallenge(ctx, tx.now, purpose)
    const isSm2 = (await getKeyKind(tx, officer.keySerial)) === 'sm2'
    const passkeys = isSm2 ? [] : await listPasskeys(tx, officer.userId)
    const { ticketHash, challenge, expiresAt } = made
    const { sessionId } = officer
    await insertKeyProof(tx, { ticketHash, sessionId, endpoint: input.endpoint, inputHash, challenge, expiresAt })
    return toKeyQuestion(ctx, made, {
      keySerial: isSm2 ? officer.keySerial : null,
      passkeys: passkeys.filter(({ serial }) => serial === officer.keySerial),
    })
  })
}
