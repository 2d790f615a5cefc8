import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { askEmergencyEndpoint } from '@xingtan/contract/office/emergency'
import { EMERGENCY_MINUTES, emergencyStateOf, refuseEmergencyAsk } from '@xingtan/domain/emergency'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { roleOf } from './role-of.ts'
import { closeStaleAsk, findAccount, insertOpening, listOpenings } from './sql.ts'

/** The first of two persons asks for an opening; nothing opens by that (S-042). */
export async function askEmergency(
  ctx: Context,
  input: InputOf<typeof askEmergencyEndpoint>,
): Promise<{ openingId: string }> {
  const officer = signedInOfficer(ctx)
  const askedRole = roleOf(officer)
  return ctx.command(async (tx) => {
    const account = await findAccount(tx, input.agencyCode)
    if (account === undefined) throw problem('emergency.none')
    await closeStaleAsk(tx, account.userId, new Date(tx.now.getTime() - EMERGENCY_MINUTES * 60_000))
    const [last = null] = await listOpenings(tx, account.userId)
    throwIfRefused(refuseEmergencyAsk(emergencyStateOf({ now: tx.now, sealedAt: account.sealedAt, last })))
    const id = randomUUID()
    const { reason } = input
    if (!(await insertOpening(tx, { id, account, reason, askedBy: officer.personId, askedRole }))) {
      throw problem('emergency.pending')
    }
    tx.concerns('emergency-account', account.agencyCode, { openingId: id })
    return { openingId: id }
  })
}
