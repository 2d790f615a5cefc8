import type { OutputOf } from '@xingtan/contract/endpoint'
import type { beginSignInEndpoint } from '@xingtan/contract/office/session'
import { normalisePassword } from '@xingtan/domain/password'
import type { Context } from '../../platform/context.ts'
import { problem, problemForSeconds } from '../../platform/problem.ts'
import { STAFF_FAILURES, findStaffUser, insertSignIn } from './sql.ts'

const CHALLENGE_SECONDS = 60

/** Index of a user name for counting failures. */
export function usernameHashOf(ctx: Pick<Context, 'crypto'>, username: string): Buffer {
  return ctx.crypto.blindIndex('username', username)
}

/** Notes one more failed sign-in as a failure and an event. */
export async function recordStaffFailure(ctx: Context, username: string): Promise<void> {
  const hash = usernameHashOf(ctx, username)
  await ctx.write(async (tx) => {
    await STAFF_FAILURES.count(tx, hash)
    tx.concerns('staff-sign-in', hash.subarray(0, 8).toString('hex'), {}, 'refused')
  })
}

/**
 * The password half. It opens nothing: it earns a challenge that the filed key has to sign within 60 seconds. One
 * answer for a wrong name, a wrong password, a user who is not filed, and one without a key (ACC-9, S-029, S-033).
 */
export async function beginSignIn(
  ctx: Context,
  input: { readonly username: string; readonly password: string },
): Promise<OutputOf<typeof beginSignInEndpoint>> {
  const { user, waitSeconds } = await ctx.read(async (tx) => {
    const until = (await STAFF_FAILURES.findEnd(tx, usernameHashOf(ctx, input.username))) ?? tx.now
    return { user: await findStaffUser(tx, input.username), waitSeconds: (until.getTime() - tx.now.getTime()) / 1000 }
  })
  if (waitSeconds > 0) throw problemForSeconds('staff.sign-in-waiting', waitSeconds)
  const isRight = await ctx.hasher.verify(normalisePassword(input.password), user?.passwordHash)
  if (user === undefined || user.keySerial === null || !isRight || !user.isAdmitted) {
    await recordStaffFailure(ctx, input.username)
    throw problem('staff.sign-in-refused')
  }
  const { id: userId, keySerial } = user
  return ctx.write(async (tx) => {
    const ticket = ctx.crypto.randomToken()
    const expiresAt = new Date(tx.now.getTime() + CHALLENGE_SECONDS * 1000)
    const text = JSON.stringify({
      nonce: ctx.crypto.randomToken(),
      origin: ctx.officeOrigin,
      purpose: 'office-sign-in',
      expiresAt: expiresAt.toISOString(),
    })
    const challenge = Buffer.from(text, 'utf8').toString('base64url')
    await insertSignIn(tx, {
      ticketHash: ctx.crypto.hashToken(ticket),
      userId,
      deviceHash: ctx.request.deviceHash,
      challenge,
      expiresAt,
    })
    return { ticket, challenge, keySerial, middlewareUrl: ctx.middlewareUrl, expiresAt: expiresAt.toISOString() }
  })
}
