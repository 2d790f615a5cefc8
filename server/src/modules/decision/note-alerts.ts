import type { Context } from '../../platform/context.ts'
import { getOfficer } from '../case/index.ts'
import { markAlertsSeen } from './sql-alert.ts'

/** An approver takes note of alerts of the own agency; those of others are left alone. */
export async function noteAlerts(
  ctx: Context,
  input: { readonly alertIds: readonly string[] },
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const count = await markAlertsSeen(tx, input.alertIds, officer.userId)
    tx.concerns('agency', officer.agencyCode, { alerts: count })
    return { done: true }
  })
}
