import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { refuseLockOut } from './refuse-lock-out.ts'
import { endAddressRule as endRule } from './sql-address.ts'

/** Ends a rule at once; sessions from there end at their next request (S-037). */
export async function endAddressRule(
  ctx: Context,
  input: { readonly ruleId: string; readonly acceptsLockOut: boolean },
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const agencyCode = await endRule(tx, input.ruleId, officer.userId)
    if (agencyCode === undefined) throw problem('request.not-found')
    await refuseLockOut(ctx, tx, { officer, accepted: input.acceptsLockOut })
    tx.concerns('staff-address-rule', input.ruleId, { agencyCode, ended: true })
    return { done: true }
  })
}
