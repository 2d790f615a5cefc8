import { randomInt, randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { sealEmergencyEndpoint } from '@xingtan/contract/office/emergency'
import { normalisePassword } from '@xingtan/domain/password'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { roleOf } from './role-of.ts'
import { sealAccount } from './sql.ts'

/** Without characters that look alike; four times five of them carry a hundred random bits. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'

function makePassword(): string {
  const five = () => Array.from({ length: 5 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
  return Array.from({ length: 4 }, five).join('-')
}

/**
 * Seals the account of the own province or nation with a password made here and told this once, for the envelope; it
 * opens nothing until two persons say so. Repeatable: each call seals anew, so the secret is never stored as an outcome (S-042).
 */
export async function sealEmergency(
  ctx: Context,
  input: InputOf<typeof sealEmergencyEndpoint>,
): Promise<{ password: string }> {
  const officer = signedInOfficer(ctx)
  roleOf(officer)
  const password = makePassword()
  const passwordHash = await ctx.hasher.hash(normalisePassword(password))
  return ctx.write(async (tx) => {
    const outcome = await sealAccount(tx, {
      personId: randomUUID(),
      userId: randomUUID(),
      username: input.username,
      passwordHash,
      keySerial: input.keySerial,
      personIndex: ctx.crypto.blindIndex('person', `emergency:${officer.agencyCode}`),
    })
    if (outcome === 'open') throw problem('emergency.open')
    if (outcome === 'username-taken') throw problem('emergency.username-taken', { field: 'username' })
    if (outcome === 'key-taken') throw problem('emergency.key-taken', { field: 'keySerial' })
    tx.concerns('emergency-account', officer.agencyCode, { keySerial: input.keySerial })
    return { password }
  })
}
