import type { Me } from '@xingtan/contract/account'
import { maskName } from '@xingtan/domain/mask'
import type { Actor } from '../../platform/actor.ts'
import type { Context, WorkTx } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { findAccount } from './sql-account.ts'
import { endSession, touchSession } from './sql-session.ts'

const IDLE_MS = 30 * 60_000

/** Who stands behind the session cookie. */
export async function authenticateApplicant(ctx: Context, token: string | undefined): Promise<Actor> {
  if (token === undefined || token.length > 100) return { kind: 'nobody' }
  const session = await ctx.write((tx) => touchSession(tx, ctx.crypto.hashToken(token)))
  if (session === undefined) return { kind: 'nobody' }
  return { kind: 'applicant', accountId: session.accountId, sessionId: session.id, endsAt: session.endsAt }
}

/** Signing in anew ends the session this browser came with: an id planted before is worthless after (S-019). */
export async function endReplacedSession(tx: WorkTx): Promise<void> {
  if (tx.actor.kind === 'applicant') await endSession(tx, tx.actor.sessionId)
}

/** Ends the session on the server; the cookie is worthless from then on (S-021). */
export async function signOut(ctx: Context, _input: object, wire: Wire): Promise<{ done: true }> {
  const { actor } = ctx
  if (actor.kind === 'applicant') {
    await ctx.write(async (tx) => {
      await endSession(tx, actor.sessionId)
      tx.concerns('account', actor.accountId)
    })
  }
  wire.clearSession()
  return { done: true }
}

/** Who am I and what time is it: asked by every page; extends the idle time. */
export async function getMe(ctx: Context): Promise<Me> {
  const { actor } = ctx
  const demo = ctx.mode !== 'production'
  return ctx.read(async (tx): Promise<Me> => {
    const clock = { today: tx.today, now: tx.now.toISOString(), demo }
    const account = actor.kind === 'applicant' ? await findAccount(tx, actor.accountId) : undefined
    if (actor.kind !== 'applicant' || account === undefined) return { signedIn: false, ...clock }
    const idleEndsAt = Math.min(tx.now.getTime() + IDLE_MS, actor.endsAt.getTime())
    return {
      signedIn: true,
      ...clock,
      name: account.name,
      maskedName: maskName(account.name),
      realName: account.realNameState,
      profileComplete: account.ethnicGroup !== null,
      idleEndsAt: new Date(idleEndsAt).toISOString(),
      endsAt: actor.endsAt.toISOString(),
    }
  })
}
