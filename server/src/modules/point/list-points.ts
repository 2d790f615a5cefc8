import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listPointsEndpoint } from '@xingtan/contract/office/point'
import type { Context } from '../../platform/context.ts'
import { getOfficer } from '../case/index.ts'
import { loadAgencyPlan } from '../plan/index.ts'
import { listPointsOf } from './sql.ts'
import { toPointRow } from './to-row.ts'

/** Points of the own agency with their confirm windows: a confirm user sees the schedules of all of them (case 13). */
export async function listPoints(ctx: Context): Promise<OutputOf<typeof listPointsEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const { schedules } = await loadAgencyPlan(tx, officer.agencyCode)
    const points = await listPointsOf(tx, officer.agencyCode)
    return {
      points: points.map((point) =>
        toPointRow(
          point,
          officer,
          schedules.filter(({ pointId }) => pointId === point.id),
        ),
      ),
    }
  })
}
