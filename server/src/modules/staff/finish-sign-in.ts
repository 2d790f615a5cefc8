import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { verifyOfficerSignature } from '../../platform/officer-certificate.ts'
import { problem } from '../../platform/problem.ts'
import { recordStaffFailure, usernameHashOf } from './begin-sign-in.ts'
import {
  STAFF_FAILURES,
  type StartedSignIn,
  findStaffUser,
  listRevokedSerials,
  openStaffSession,
  takeSignIn,
} from './sql.ts'

export interface KeyProof {
  readonly ticket: string
  /** Base64url of the DER signature over the challenge bytes. */
  readonly signature: string
  /** Base64 of the DER certificate. */
  readonly certificate: string
}

/**
 * The key half: the signature over this very challenge by the key on file, under the officers' authority, in date and
 * not revoked. There is no other way in (S-033, S-034, S-035).
 */
export async function finishSignIn(ctx: Context, input: KeyProof, wire: Wire): Promise<{ done: true }> {
  const started = await ctx.write((tx) => takeSignIn(tx, ctx.crypto.hashToken(input.ticket), ctx.request.deviceHash))
  if (started === undefined) throw problem('staff.challenge-over')
  const serial = await findProvenSerial(ctx, started, input)
  if (serial === undefined) {
    await recordStaffFailure(ctx, started.username)
    throw problem('staff.sign-in-refused')
  }
  const token = ctx.crypto.randomToken()
  await ctx.write(async (tx) => {
    await openStaffSession(tx, { tokenHash: ctx.crypto.hashToken(token), userId: started.userId, keySerial: serial })
    await STAFF_FAILURES.clear(tx, usernameHashOf(ctx, started.username))
    tx.concerns('staff-user', started.userId, { keySerial: serial })
  })
  wire.setSession(token)
  return { done: true }
}

/** Serial of the key that proved itself, or undefined; the user must still be admitted at this moment. */
async function findProvenSerial(ctx: Context, started: StartedSignIn, proof: KeyProof): Promise<string | undefined> {
  const { user, revokedSerials, now } = await ctx.read(async (tx) => ({
    user: await findStaffUser(tx, started.username),
    revokedSerials: await listRevokedSerials(tx),
    now: tx.now,
  }))
  if (user === undefined || user.keySerial === null || !user.isAdmitted) return undefined
  const result = verifyOfficerSignature({
    challenge: Buffer.from(started.challenge, 'base64url'),
    signature: Buffer.from(proof.signature, 'base64url'),
    certificateDer: Buffer.from(proof.certificate, 'base64'),
    caDer: ctx.officeCa,
    now,
    revokedSerials,
    filedSerial: user.keySerial,
  })
  return result.kind === 'ok' ? result.serial : undefined
}
