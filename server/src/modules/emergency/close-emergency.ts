import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { roleOf } from './role-of.ts'
import { closeRow, lockOpening } from './sql.ts'

/** One person suffices to shut what two have opened, or to take back what was asked (S-042). */
export async function closeEmergency(ctx: Context, input: { readonly openingId: string }): Promise<{ done: true }> {
  roleOf(signedInOfficer(ctx))
  return ctx.command(async (tx) => {
    const opening = await lockOpening(tx, input.openingId)
    if (opening === undefined) throw problem('request.not-found')
    const isOver = opening.closedAt !== null || (opening.closesAt !== null && opening.closesAt <= tx.now)
    if (isOver) throw problem('emergency.over')
    await closeRow(tx, opening)
    tx.concerns('emergency-account', opening.agencyCode, { openingId: opening.id })
    return { done: true }
  })
}
