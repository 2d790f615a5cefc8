import type { ProblemCode, Refusal } from '@xingtan/contract/problem'
import { type PasswordFault, normalisePassword, refusePassword } from '@xingtan/domain/password'
import type { Context } from '../../platform/context.ts'
import { problem, problemForSeconds, throwIfRefused } from '../../platform/problem.ts'
import { activationHash } from './activation-code.ts'
import { recordStaffFailure, usernameHashOf } from './begin-sign-in.ts'
import { takeActivationTry, useActivation } from './sql-activation.ts'
import { STAFF_FAILURES } from './sql.ts'

const PASSWORD_MINIMUM = 8

const CODES: Readonly<Record<PasswordFault, ProblemCode>> = {
  'too-short': 'staff.password-too-short',
  'too-long': 'staff.password-too-long',
  common: 'staff.password-weak',
  'context-word': 'staff.password-weak',
  'own-data': 'staff.password-weak',
  repeated: 'staff.password-weak',
  sequence: 'staff.password-weak',
}

interface Activate {
  readonly username: string
  readonly code: string
  readonly password: string
}

function refuseNewPassword({ username, password }: Activate): Refusal[] {
  const faults = refusePassword(password, {
    minimumLength: PASSWORD_MINIMUM,
    own: { documentNumber: null, phone: null },
  })
  const codes = new Set(faults.map((fault) => CODES[fault]))
  if (username.length > 3 && password.toLowerCase().includes(username.toLowerCase())) codes.add('staff.password-weak')
  return [...codes].map((code) => ({ code, field: 'password', values: { minimum: PASSWORD_MINIMUM } }))
}

/**
 * Sets the first or a new password with the code from the filed mobile. A weak password costs no try; a wrong code costs
 * one of five, and the name waits as after failed sign-ins (S-005, S-008, S-011). It opens no session: the key does.
 */
export async function activate(ctx: Context, input: Activate): Promise<{ done: true }> {
  throwIfRefused(refuseNewPassword(input))
  const until = await ctx.read((tx) => STAFF_FAILURES.findEnd(tx, usernameHashOf(ctx, input.username)))
  const now = await ctx.read(async (tx) => tx.now)
  if (until !== null && until > now) {
    throw problemForSeconds('staff.sign-in-waiting', (until.getTime() - now.getTime()) / 1000)
  }
  // Hashed before anything is known, so that a wrong code takes as long as a right one.
  const passwordHash = await ctx.hasher.hash(normalisePassword(input.password))
  // Counting the try commits by itself: guessing costs tries whatever comes of it.
  const open = await ctx.write((tx) => takeActivationTry(tx, input.username))
  const isRight = open !== undefined && ctx.crypto.isEqual(open.codeHash, activationHash(ctx, input.code))
  const userId = isRight
    ? await ctx.write(async (tx) => {
        const activated = await useActivation(tx, open.id, passwordHash)
        if (activated !== undefined) tx.concerns('staff-user', activated)
        return activated
      })
    : undefined
  if (userId === undefined) {
    await recordStaffFailure(ctx, input.username)
    throw problem('staff.activation-refused')
  }
  return { done: true }
}
