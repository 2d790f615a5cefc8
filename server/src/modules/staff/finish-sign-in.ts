import type { InputOf } from '@xingtan/contract/endpoint'
import type { finishSignInEndpoint } from '@xingtan/contract/office/session'
import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { recordStaffFailure, usernameHashOf } from './begin-sign-in.ts'
import { isAddressAllowed } from './is-address-allowed.ts'
import { proveKey } from './prove-key.ts'
import { STAFF_FAILURES, type StaffUser, findStaffUser, openStaffSession, takeSignIn } from './sql.ts'

/**
 * The key half: this very challenge signed by a key on file, of either kind, in force. There is no other way in (S-033,
 * S-034, S-035).
 */
export async function finishSignIn(
  ctx: Context,
  input: InputOf<typeof finishSignInEndpoint>,
  wire: Wire,
): Promise<{ done: true }> {
  const started = await ctx.write((tx) => takeSignIn(tx, ctx.crypto.hashToken(input.ticket), ctx.request.deviceHash))
  if (started === undefined) throw problem('staff.challenge-over')
  const { username } = started
  const user = await ctx.read((tx) => findStaffUser(tx, username))
  const serial =
    user?.isAdmitted === true ? await proveKey(ctx, { challenge: started.challenge, user }, input.proof) : undefined
  if (user === undefined || serial === undefined) {
    await recordStaffFailure(ctx, username, { user, kind: 'sign-in-refused' })
    throw problem('staff.sign-in-refused')
  }
  if (!(await ctx.read((tx) => isAddressAllowed(tx, user, ctx.request.address)))) {
    await recordStaffFailure(ctx, username, { user, kind: 'address-refused' })
    throw problem('staff.sign-in-refused')
  }
  wire.setSession(await openSession(ctx, user, serial))
  return { done: true }
}

/** Limits are those of the agency's policy on this day; the session keeps them to its end. */
async function openSession(ctx: Context, user: StaffUser, keySerial: string): Promise<string> {
  const token = ctx.crypto.randomToken()
  await ctx.write(async (tx) => {
    const book = await loadPolicyBook(tx, user.agencyCode)
    const limits = book.resolve('office.session-limits', tx.today).value
    await openStaffSession(tx, {
      tokenHash: ctx.crypto.hashToken(token),
      userId: user.id,
      keySerial,
      idleSeconds: limits.idleMinutes * 60,
      hours: limits.totalHours,
      addressRequired: book.resolve('office.address-required', tx.today).value,
      address: ctx.request.address,
      device: ctx.request.device,
    })
    await STAFF_FAILURES.clear(tx, usernameHashOf(ctx, user.username))
    tx.concerns('staff-user', user.id, { keySerial })
  })
  return token
}
