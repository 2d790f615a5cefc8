import { refuseCredential } from '@xingtan/domain/staff'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { getAdministeredUser, toGranter } from './get-administered.ts'
import { appendStaffEvent } from './sql-filing.ts'
import { insertKey } from './sql-user.ts'

/** Files the serial of a key for a user; the key before it opens nothing any more (ACC-9, S-033). */
export async function registerKey(
  ctx: Context,
  input: { readonly userId: string; readonly serial: string },
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const user = await getAdministeredUser(tx, input.userId)
    if (!user.enabled) throw problem('staff.user-disabled')
    throwIfRefused(refuseCredential(toGranter(officer), user))
    const isFree = await insertKey(tx, { serial: input.serial, userId: user.id, registeredBy: officer.personId })
    if (!isFree) throw problem('staff.key-taken', { field: 'serial' })
    const event = { personId: user.personId, agencyCode: user.agencyCode, actorPersonId: officer.personId }
    await appendStaffEvent(tx, { ...event, kind: 'key-registered' })
    tx.concerns('staff-user', user.id, { serial: input.serial })
    return { done: true as const }
  })
}
