import { randomUUID } from 'node:crypto'
import type { OfficeRole } from '@xingtan/contract/office/session'
import { refuseDelegation } from '@xingtan/domain/staff'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { insertDelegation, listColleagues } from './sql-delegation.ts'
import { appendStaffEvent } from './sql-filing.ts'

interface Delegate {
  readonly toUserId: string
  readonly roles: readonly OfficeRole[]
  readonly startsAt: string
  readonly endsAt: string
  readonly reason: string
}

/** Hands own roles to a filed colleague of the same agency from one instant to another, half-open (S-043). */
export async function delegate(ctx: Context, input: Delegate): Promise<{ delegationId: string }> {
  const officer = getOfficer(ctx)
  const { userId, personId, agencyCode, pointId } = officer
  const roles = [...new Set(input.roles)]
  const startsAt = new Date(input.startsAt)
  const endsAt = new Date(input.endsAt)
  return ctx.command(async (tx) => {
    // The own roles as they are stored: what was delegated is not handed on.
    const [own] = await listColleagues(tx, userId)
    if (own === undefined) throw problem('request.sign-in-needed')
    const [to] = await listColleagues(tx, input.toUserId)
    const from = { personId, agencyCode, pointId, ownRoles: own.roles }
    throwIfRefused(refuseDelegation({ now: tx.now, startsAt, endsAt, roles, from, to }))
    const id = randomUUID()
    const { toUserId, reason } = input
    await insertDelegation(tx, { id, agencyCode, fromUserId: userId, toUserId, roles, startsAt, endsAt, reason })
    await appendStaffEvent(tx, { personId, agencyCode, kind: 'delegated', actorPersonId: personId, reason })
    tx.concerns('staff-delegation', id, { toUserId, roles: roles.join(' '), until: endsAt.toISOString() })
    return { delegationId: id }
  })
}
