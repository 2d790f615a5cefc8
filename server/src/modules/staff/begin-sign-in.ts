import type { SecurityEventKind } from '@xingtan/contract/office/door'
import type { KeyQuestion } from '@xingtan/contract/office/session'
import { normalisePassword } from '@xingtan/domain/password'
import type { Context } from '../../platform/context.ts'
import { problem, problemForSeconds } from '../../platform/problem.ts'
import { isAddressAllowed } from './is-address-allowed.ts'
import { makeChallenge } from './make-challenge.ts'
import { STAFF_FAILURES, type StaffUser, findStaffUser, insertSignIn } from './sql.ts'
import { listPasskeys } from './sql-key.ts'
import { type EventUser, insertSecurityEvent } from './sql-security-event.ts'
import { toKeyQuestion } from './to-key-question.ts'

/** Index of a user name for counting failures. */
export function usernameHashOf(ctx: Pick<Context, 'crypto'>, username: string): Buffer {
  return ctx.crypto.blindIndex('username', username)
}

export interface StaffFailure {
  readonly kind: SecurityEventKind
  /** Where the name is known. */
  readonly user?: EventUser | undefined
}

/** Notes one more failed sign-in as a failure, an event of the audit and a line for the security officers. */
export async function recordStaffFailure(
  ctx: Context,
  username: string,
  { kind, user }: StaffFailure = { kind: 'sign-in-refused' },
): Promise<void> {
  const hash = usernameHashOf(ctx, username)
  const { address, device } = ctx.request
  await ctx.write(async (tx) => {
    await STAFF_FAILURES.count(tx, hash)
    await insertSecurityEvent(tx, { kind, user, address, device })
    tx.concerns('staff-sign-in', hash.subarray(0, 8).toString('hex'), { kind }, 'refused')
  })
}

/** The user whose password this is, admitted today; the wait after failures comes first, and every name costs the same time. */
export async function findUserByPassword(
  ctx: Context,
  input: { readonly username: string; readonly password: string },
): Promise<{ readonly user: StaffUser | undefined; readonly isRight: boolean }> {
  const { user, waitSeconds } = await ctx.read(async (tx) => {
    const until = (await STAFF_FAILURES.findEnd(tx, usernameHashOf(ctx, input.username))) ?? tx.now
    return { user: await findStaffUser(tx, input.username), waitSeconds: (until.getTime() - tx.now.getTime()) / 1000 }
  })
  if (waitSeconds > 0) throw problemForSeconds('staff.sign-in-waiting', waitSeconds)
  const isRight = await ctx.hasher.verify(normalisePassword(input.password), user?.passwordHash)
  return { user, isRight: isRight && user?.isAdmitted === true }
}

/**
 * The password half. It opens nothing: it earns a challenge that a key on file has to sign within 60 seconds. One
 * answer for a wrong name, a wrong password, a user who is not filed, one without a key, and an address that is not on
 * the list (ACC-9, S-029, S-033, S-037).
 */
export async function beginSignIn(
  ctx: Context,
  input: { readonly username: string; readonly password: string },
): Promise<KeyQuestion> {
  const { user, isRight } = await findUserByPassword(ctx, input)
  const passkeys = isRight && user !== undefined ? await ctx.read((tx) => listPasskeys(tx, user.id)) : []
  if (user === undefined || !isRight || (user.keySerial === null && passkeys.length === 0)) {
    await recordStaffFailure(ctx, input.username, { user, kind: 'sign-in-refused' })
    throw problem('staff.sign-in-refused')
  }
  if (!(await ctx.read((tx) => isAddressAllowed(tx, user, ctx.request.address)))) {
    await recordStaffFailure(ctx, input.username, { user, kind: 'address-refused' })
    throw problem('staff.sign-in-refused')
  }
  return ctx.write(async (tx) => {
    const made = makeChallenge(ctx, tx.now, { purpose: 'office-sign-in' })
    const { ticketHash, challenge, expiresAt } = made
    await insertSignIn(tx, { ticketHash, userId: user.id, deviceHash: ctx.request.deviceHash, challenge, expiresAt })
    return toKeyQuestion(ctx, made, { keySerial: user.keySerial, passkeys })
  })
}
