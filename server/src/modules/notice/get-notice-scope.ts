import { NATION_REGION } from '@xingtan/contract/agency-reference'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getNoticeScopeEndpoint } from '@xingtan/contract/office/notice'
import { mayOverrideCheck } from '@xingtan/domain/notice'
import type { Context } from '../../platform/context.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { getAgency, listRegionPath, listRegionsBelow } from '../agency/index.ts'
import { needsSecondPerson } from './second-person.ts'

/** Regions an announcement may be meant for, two levels down from the own, and what else depends on the agency. */
export async function getNoticeScope(ctx: Context): Promise<OutputOf<typeof getNoticeScopeEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.read(async (tx) => {
    const { regionCode } = await getAgency(tx, officer.agencyCode)
    const isNation = officer.agencyLevel === 'nation'
    const own = isNation ? [{ code: NATION_REGION, name: '全国' }] : (await listRegionPath(tx, regionCode)).slice(-1)
    const below = await listRegionsBelow(tx, isNation ? null : regionCode)
    return {
      regions: [...own, ...below].map(({ code, name }) => ({ code, name })),
      needsSecond: await needsSecondPerson(tx, officer),
      mayOverride: mayOverrideCheck(officer.agencyLevel),
    }
  })
}
