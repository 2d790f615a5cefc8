import type { KeyProof } from '@xingtan/contract/office/session'
import type { Context } from '../../platform/context.ts'
import { verifyOfficerSignature } from '../../platform/officer-certificate.ts'
import { verifyPasskey } from '../../platform/passkey.ts'
import { listRevokedSerials } from './sql.ts'
import { advancePasskey, listKeys, listPasskeys } from './sql-key.ts'
import { type EventUser, insertSecurityEvent } from './sql-security-event.ts'

/** What was asked of whose key. */
export interface AskedKey {
  readonly challenge: string
  readonly user: EventUser
}

type ProofOf<Kind extends KeyProof['kind']> = Extract<KeyProof, { kind: Kind }>

/** Serial of the key on file that proved itself, or undefined. */
type KeyPort<Kind extends KeyProof['kind']> = (
  ctx: Context,
  asked: AskedKey,
  proof: ProofOf<Kind>,
) => Promise<string | undefined>

/** The SM2 key behind the middleware of the officer's computer (S-035). */
const proveSm2: KeyPort<'sm2'> = async (ctx, asked, proof) => {
  const { filedSerial, revokedSerials, now } = await ctx.read(async (tx) => ({
    filedSerial: (await listKeys(tx, asked.user.id)).findLast(({ kind }) => kind === 'sm2')?.serial,
    revokedSerials: await listRevokedSerials(tx),
    now: tx.now,
  }))
  if (filedSerial === undefined) return undefined
  const result = verifyOfficerSignature({
    challenge: Buffer.from(asked.challenge, 'base64url'),
    signature: Buffer.from(proof.signature, 'base64url'),
    certificateDer: Buffer.from(proof.certificate, 'base64'),
    caDer: ctx.officeCa,
    now,
    revokedSerials,
    filedSerial,
  })
  return result.kind === 'ok' ? result.serial : undefined
}

/** A passkey of this very user, in force, whose counter went on; a counter that did not is the mark of a copy. */
const provePasskey: KeyPort<'passkey'> = async (ctx, asked, proof) => {
  const passkeys = await ctx.read((tx) => listPasskeys(tx, asked.user.id))
  const passkey = passkeys.find(({ credentialId }) => credentialId.toString('base64url') === proof.credentialId)
  if (passkey === undefined) return undefined
  const place = { challenge: asked.challenge, origin: ctx.officeOrigin }
  const signCount = await verifyPasskey(place, proof, passkey.publicKey)
  if (signCount === undefined) return undefined
  return ctx.write(async (tx) => {
    if (await advancePasskey(tx, passkey.serial, signCount)) return passkey.serial
    const { address, device } = ctx.request
    await insertSecurityEvent(tx, { kind: 'passkey-copied', user: asked.user, address, device })
    return undefined
  })
}

/**
 * The one door for keys of every kind: serial of the key on file that signed this challenge, or undefined without a word
 * why (ACC-9, S-033…S-035).
 */
export async function proveKey(ctx: Context, asked: AskedKey, proof: KeyProof): Promise<string | undefined> {
  return proof.kind === 'sm2' ? proveSm2(ctx, asked, proof) : provePasskey(ctx, asked, proof)
}
