import { listRegionsEndpoint, type Region } from '@xingtan/contract/place'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import type { RememberedPlace } from './remembered-place.ts'

const FOREVER = { staleTime: Infinity }

function useRegions(parent: string | undefined, enabled: boolean): readonly Region[] {
  const query = useEndpoint(listRegionsEndpoint, parent === undefined ? {} : { parent }, { ...FOREVER, enabled })
  return query.data?.regions ?? []
}

/**
 * The place from the province down to a county whose code (GB/T 2260) is all that was kept; undefined until the names
 * are loaded, and for a code that is in use no more.
 */
export function usePlaceOf(code: string | null): RememberedPlace | undefined {
  const isAsked = code !== null
  const provinceCode = `${code?.slice(0, 2) ?? ''}0000`
  const province = useRegions(undefined, isAsked).find((region) => region.code === provinceCode)
  const below = useRegions(provinceCode, isAsked && province !== undefined)
  const direct = below.find((region) => region.code === code)
  const city = below.find((region) => region.level === 'city' && region.code === `${code?.slice(0, 4) ?? ''}00`)
  const counties = useRegions(city?.code, isAsked && direct === undefined && city !== undefined)
  if (province === undefined) return undefined
  if (direct !== undefined) return direct.level === 'county' ? [province, direct] : undefined
  const county = counties.find((region) => region.code === code)
  return city === undefined || county === undefined ? undefined : [province, city, county]
}
