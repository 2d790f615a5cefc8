import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listAlertsEndpoint } from '@xingtan/contract/office/supervision'
import type { Context } from '../../platform/context.ts'
import { listOpenAlerts } from './sql-alert.ts'

/** What the approvers of the agency have to take note of: due, overdue, escalated and urged cases. */
export async function listAlerts(ctx: Context): Promise<OutputOf<typeof listAlertsEndpoint>> {
  const alerts = await ctx.read(listOpenAlerts)
  return {
    alerts: alerts.map(({ id, raisedAt, raisedFromName, ...alert }) => ({
      ...alert,
      alertId: id,
      at: raisedAt.toISOString(),
      from: raisedFromName,
    })),
  }
}
