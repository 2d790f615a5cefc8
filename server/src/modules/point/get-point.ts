import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getPointEndpoint } from '@xingtan/contract/office/point'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { loadAgencyPlan } from '../plan/index.ts'
import { findPointRecord, findRule, listPointStaff, listVersions } from './sql.ts'
import { toPointRow, toProfile } from './to-row.ts'

/** One point of the own agency: what is kept, who works there, how slots are made, and how it came to be so. */
export async function getPoint(
  ctx: Context,
  input: { readonly pointId: string },
): Promise<OutputOf<typeof getPointEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const point = await findPointRecord(tx, input.pointId)
    if (point === undefined || point.agencyCode !== officer.agencyCode) throw problem('request.not-found')
    const { schedules } = await loadAgencyPlan(tx, officer.agencyCode)
    const history = await listVersions(tx, point.id)
    return {
      row: toPointRow(
        point,
        officer,
        schedules.filter(({ pointId }) => pointId === point.id),
      ),
      version: point.version,
      profile: toProfile(point),
      rule: (await findRule(tx, point.id)) ?? null,
      staff: await listPointStaff(tx, point.id, officer.agencyCode),
      history: history.map((row) => ({ ...row, at: row.at.toISOString() })),
    }
  })
}
