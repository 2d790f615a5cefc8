import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { getAdministeredUser } from './get-administered.ts'
import { appendStaffEvent } from './sql-filing.ts'
import { findKey, revokeKeyRow } from './sql-user.ts'

/** Revokes a key for good: lost, broken, handed back. Sessions it opened end at the next request (S-032, S-035). */
export async function revokeKey(
  ctx: Context,
  input: { readonly serial: string; readonly reason: string },
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const found = await findKey(tx, input.serial)
    if (found === undefined) throw problem('request.not-found')
    const user = await getAdministeredUser(tx, found.userId)
    // Read again under the lock of the user.
    const key = await findKey(tx, input.serial)
    if (key === undefined || key.revokedAt !== null) throw problem('staff.key-revoked')
    await revokeKeyRow(tx, key, input.reason)
    const event = { personId: user.personId, agencyCode: user.agencyCode, actorPersonId: officer.personId }
    await appendStaffEvent(tx, { ...event, kind: 'key-revoked', reason: input.reason })
    tx.concerns('staff-user', user.id, { serial: key.serial })
    return { done: true as const }
  })
}
