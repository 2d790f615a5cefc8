import type { Officer } from '@xingtan/contract/office/session'
import type { Actor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { getAgency, getPoint } from '../agency/index.ts'
import { endStaffSession, findEndedBecause, touchStaffSession } from './sql.ts'

const IDLE_MS = 15 * 60_000

/** Who stands behind the office session cookie. */
export async function authenticateOfficer(ctx: Context, token: string | undefined): Promise<Actor> {
  if (token === undefined || token.length > 100) return { kind: 'nobody' }
  const tokenHash = ctx.crypto.hashToken(token)
  const { session, because } = await ctx.write(async (tx) => {
    const live = await touchStaffSession(tx, tokenHash)
    return { session: live, because: live === undefined ? await findEndedBecause(tx, tokenHash) : null }
  })
  if (session !== undefined) {
    return {
      kind: 'officer',
      userId: session.userId,
      personId: session.personId,
      sessionId: session.id,
      name: session.name,
      agencyCode: session.agencyCode,
      agencyLevel: session.agencyLevel,
      pointId: session.pointId,
      roles: session.roles,
      keySerial: session.keySerial,
      endsAt: session.endsAt,
      emergency: session.isEmergency,
    }
  }
  if (
    because === 'replaced' &&
    ctx.request.endpointName !== 'staff.get-officer' &&
    !ctx.request.endpointName.includes('sign')
  ) {
    throw problem('staff.session-replaced')
  }
  return { kind: 'nobody' }
}

/** Ends the session on the server. */
export async function signOutOfficer(ctx: Context, _input: object, wire: Wire): Promise<{ done: true }> {
  const { actor } = ctx
  if (actor.kind === 'officer') {
    await ctx.write(async (tx) => {
      await endStaffSession(tx, actor.sessionId)
      tx.concerns('staff-user', actor.userId)
    })
  }
  wire.clearSession()
  return { done: true }
}

/** Who am I, where do I work, what may I do, and what time is it. */
export async function getOfficer(ctx: Context): Promise<Officer> {
  const { actor } = ctx
  const demo = ctx.mode !== 'production'
  return ctx.read(async (tx): Promise<Officer> => {
    const clock = { demo, now: tx.now.toISOString(), today: tx.today }
    if (actor.kind !== 'officer') return { signedIn: false, ...clock }
    const agency = await getAgency(tx, actor.agencyCode)
    const point = actor.pointId === null ? undefined : await getPoint(tx, actor.pointId)
    const idleEndsAt = Math.min(tx.now.getTime() + IDLE_MS, actor.endsAt.getTime())
    return {
      signedIn: true,
      ...clock,
      name: actor.name,
      agencyName: agency.name,
      agencyCode: agency.code,
      agencyLevel: actor.agencyLevel,
      pointName: point?.name ?? null,
      roles: [...actor.roles],
      idleEndsAt: new Date(idleEndsAt).toISOString(),
      endsAt: actor.endsAt.toISOString(),
    }
  })
}
