import { randomInt } from 'node:crypto'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { issuePasskeyCodeEndpoint } from '@xingtan/contract/office/security'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { findUserInScope, insertPasskeyCode } from './sql-passkey-offer.ts'

const MINUTES = 10

/** What is kept of a registration code: keyed, of the user and the ten digits. */
export function passkeyCodeHash({ crypto }: Pick<Context, 'crypto'>, userId: string, code: string): Buffer {
  return crypto.mac('passkey-code', `${userId}:${code}`)
}

/**
 * A users officer gives a user of the own agency or one below a code for one passkey. It is worth nothing without the
 * user's password, and nobody gives one to themselves (ACC-9, S-030). Repeatable: each call gives a new code.
 */
export async function issuePasskeyCode(
  ctx: Context,
  input: { readonly username: string },
): Promise<OutputOf<typeof issuePasskeyCodeEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.write(async (tx) => {
    const user = await findUserInScope(tx, input.username)
    if (user === undefined) throw problem('request.not-found')
    if (user.id === officer.userId) throw problem('staff.own-passkey-code')
    const code = String(randomInt(10 ** 10)).padStart(10, '0')
    const expiresAt = new Date(tx.now.getTime() + MINUTES * 60_000)
    const codeHash = passkeyCodeHash(ctx, user.id, code)
    const codeId = await insertPasskeyCode(tx, { userId: user.id, codeHash, issuedBy: officer.userId, expiresAt })
    tx.concerns('staff-user', user.id, { codeId })
    return { code, holder: user.name, agencyName: user.agencyName, expiresAt: expiresAt.toISOString() }
  })
}
