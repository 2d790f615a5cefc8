import { refuseCredential } from '@xingtan/domain/staff'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { sendActivationCode } from './activation-code.ts'
import { getAdministeredUser, toGranter } from './get-administered.ts'
import { appendStaffEvent } from './sql-filing.ts'
import { findStaffPerson } from './sql-person.ts'

/** Sends a new code, for a first password or over a forgotten one. */
export async function sendActivation(ctx: Context, input: { readonly userId: string }): Promise<{ expiresAt: string }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const user = await getAdministeredUser(tx, input.userId)
    if (!user.enabled) throw problem('staff.user-disabled')
    throwIfRefused(refuseCredential(toGranter(officer), user))
    const person = await findStaffPerson(tx, user.personId)
    const isFiled = person?.filedUntil !== null && person?.filedUntil !== undefined && person.filedUntil > tx.now
    // The mobile counts once the province has filed it.
    if (!isFiled || person.phoneSealed === null) throw problem('staff.phone-missing')
    const phone = ctx.crypto.openColumn(person.phoneSealed)
    const expiresAt = await sendActivationCode(ctx, tx, { userId: user.id, username: user.username, phone })
    const event = { personId: user.personId, agencyCode: user.agencyCode, actorPersonId: officer.personId }
    await appendStaffEvent(tx, { ...event, kind: 'code-sent' })
    tx.concerns('staff-user', user.id)
    return { expiresAt: expiresAt.toISOString() }
  })
}
