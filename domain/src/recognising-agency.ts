import type { AgencyRow } from '@xingtan/contract/agency-reference'
import type { QualificationType } from '@xingtan/contract/qualification'
import type { RegionRow } from '@xingtan/contract/region'

/**
 * The agency that recognises `type` for people of `regionCode`: the one of the region itself, else of the next higher
 * region that holds the power (教师资格条例 art. 13, with the exceptions kept as data). Undefined where nobody does
 * (HK, Macao, Taiwan, unknown codes).
 */
export function findRecognisingAgency(
  regions: readonly Pick<RegionRow, 'code' | 'parent'>[],
  agencies: readonly Pick<AgencyRow, 'code' | 'regionCode' | 'types'>[],
  regionCode: string,
  type: QualificationType,
): string | undefined {
  const region = regions.find((row) => row.code === regionCode)
  if (region === undefined) return undefined
  const agency = agencies.find((row) => row.regionCode === regionCode && row.types.includes(type))
  if (agency !== undefined) return agency.code
  return region.parent === null ? undefined : findRecognisingAgency(regions, agencies, region.parent, type)
}
