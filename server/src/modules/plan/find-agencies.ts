import type { OutputOf } from '@xingtan/contract/endpoint'
import type { AgencyOffer, findAgenciesEndpoint } from '@xingtan/contract/place'
import type { QualificationType } from '@xingtan/contract/qualification'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { type Agency, findPoint, findRecognisingAgency } from '../agency/index.ts'
import { loadAgencyPlan } from './opening.ts'
import { toWindowState } from './window-state.ts'

async function toOffer(tx: Tx, agency: Agency, type: QualificationType): Promise<AgencyOffer> {
  const plan = await loadAgencyPlan(tx, agency.code)
  const points: AgencyOffer['points'] = []
  for (const schedule of plan.schedules) {
    const point = await findPoint(tx, schedule.pointId)
    if (point === undefined || !point.types.includes(type)) continue
    points.push({
      pointId: point.id,
      name: point.name,
      address: point.address,
      scope: point.scope,
      hours: point.hours,
      phone: null,
      notice: point.notices.join('\n'),
      confirmFrom: schedule.opensAt.toISOString(),
      confirmTo: schedule.closesAt.toISOString(),
    })
  }
  return { agencyCode: agency.code, agencyName: agency.name, network: toWindowState(plan.openingOf('network')), points }
}

/** Which agency recognises this type for this place, whether it is open, and its points (APP-1, APP-4). */
export async function findAgencies(
  ctx: Context,
  input: { readonly regionCode: string; readonly qualificationType: QualificationType },
): Promise<OutputOf<typeof findAgenciesEndpoint>> {
  return ctx.read(async (tx) => {
    const agency = await findRecognisingAgency(tx, input.regionCode, input.qualificationType)
    return { agencies: agency === undefined ? [] : [await toOffer(tx, agency, input.qualificationType)] }
  })
}
