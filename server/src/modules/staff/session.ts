import type { Officer } from '@xingtan/contract/office/session'
import type { ProblemCode } from '@xingtan/contract/problem'
import type { Actor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { getAgency, getPoint } from '../agency/index.ts'
import { type StaffSession, endStaffSession, findEndedBecause, noteEmergencyRead, touchStaffSession } from './sql.ts'
import { insertSecurityEvent } from './sql-security-event.ts'

/** Ends an officer is told the reason of. */
const TOLD_ENDS: Readonly<Record<string, ProblemCode>> = {
  replaced: 'staff.session-replaced',
  'security-officer': 'staff.session-ended',
}

/** A session that turns up at an address it may not come from was carried there: it ends, with an alert (S-037). */
async function endForeignSession(ctx: Context, session: StaffSession): Promise<void> {
  const { address, device } = ctx.request
  await ctx.write(async (tx) => {
    await endStaffSession(tx, session.id, 'address')
    const user = { id: session.userId, agencyCode: session.agencyCode }
    await insertSecurityEvent(tx, { kind: 'session-address', user, address, device })
    tx.concerns('staff-user', session.userId, { ended: 'address' }, 'refused')
  })
}

/** Everything an opened emergency account asks for is on record before it is answered, or it is not answered (S-042). */
async function noteEmergency(ctx: Context, session: StaffSession): Promise<boolean> {
  const { endpointName: endpoint, objectId = '' } = ctx.request
  return ctx.write(async (tx) => {
    tx.concerns('emergency-account', session.agencyCode, { endpoint, objectId }, 'read')
    return noteEmergencyRead(tx, session.userId, { endpoint, objectId })
  })
}

/** Who stands behind the office session cookie. */
export async function authenticateOfficer(ctx: Context, token: string | undefined): Promise<Actor> {
  if (token === undefined || token.length > 100) return { kind: 'nobody' }
  const tokenHash = ctx.crypto.hashToken(token)
  const { session, because } = await ctx.write(async (tx) => {
    const live = await touchStaffSession(tx, tokenHash, ctx.request.address)
    return { session: live, because: live === undefined ? await findEndedBecause(tx, tokenHash) : null }
  })
  if (session?.mayComeFromHere === false) {
    await endForeignSession(ctx, session)
    return { kind: 'nobody' }
  }
  if (session?.isEmergency === true && !(await noteEmergency(ctx, session))) return { kind: 'nobody' }
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
      idleSeconds: session.idleSeconds,
      emergency: session.isEmergency,
    }
  }
  const told = because === null ? undefined : TOLD_ENDS[because]
  const { endpointName } = ctx.request
  if (told !== undefined && endpointName !== 'staff.get-officer' && !endpointName.includes('sign')) throw problem(told)
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
    const idleEndsAt = Math.min(tx.now.getTime() + actor.idleSeconds * 1000, actor.endsAt.getTime())
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
