import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { codeHash } from './phone-code.ts'
import { findAccount } from './sql-account.ts'
import { endReplacedSession } from './session.ts'
import { SIGN_IN_FAILURES, insertSession, markTicketUsed, rememberDevice, takeTicketTry } from './sql-session.ts'

/** Second half of a sign-in: the code from the bound phone, on the device that gave the right password. */
export async function signInWithCode(
  ctx: Context,
  input: { readonly ticket: string; readonly code: string },
  wire: Wire,
): Promise<{ kind: 'signed-in' }> {
  const ticketHash = ctx.crypto.hashToken(input.ticket)
  const { deviceHash } = ctx.request
  const ticket = await ctx.write((tx) => takeTicketTry(tx, ticketHash, deviceHash))
  const isRight =
    ticket !== undefined && ctx.crypto.isEqual(ticket.codeHash, codeHash(ctx, input.code, ticketHash.toString('hex')))
  if (ticket === undefined || !isRight) throw problem('account.code-wrong')
  const token = ctx.crypto.randomToken()
  await ctx.write(async (tx) => {
    await tx.enter({ personId: ticket.accountId })
    if (!(await markTicketUsed(tx, ticket.id))) throw problem('account.code-wrong')
    await endReplacedSession(tx)
    await rememberDevice(tx, ticket.accountId, deviceHash)
    const account = await findAccount(tx, ticket.accountId)
    if (account !== undefined) await SIGN_IN_FAILURES.clear(tx, account.personIndex)
    await insertSession(tx, { tokenHash: ctx.crypto.hashToken(token), accountId: ticket.accountId, deviceHash })
    tx.concerns('account', ticket.accountId)
  })
  wire.setSession(token)
  return { kind: 'signed-in' }
}
