import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { RegionRow } from '@xingtan/contract/region'
import { ADDED_REGIONS, BEYOND_STANDARD, FOUNDED, REMOVED_CODES } from './region-changes.ts'

const Province = z.object({ code: z.string().length(2), name: z.string() })
const City = z.object({ code: z.string().length(4), name: z.string(), provinceCode: z.string() })
const Area = z.object({ code: z.string().length(6), name: z.string(), cityCode: z.string() })

/** 市辖区, 县 of the municipalities and 省（自治区）直辖县级行政区划: rows that are no region of their own. */
const NO_CITY = /^(市辖区|县|.*直辖县级行政区划)$/
/** Codes ending in 71 to 79 are zones of the statistics office, not of GB/T 2260. */
const STATISTICAL_ZONE = /7[1-9]$/

/** The region table from the unpacked source package: provinces, cities and counties in the order of their codes. */
export function buildRegions(sourceFolder: string): RegionRow[] {
  const read = <T>(file: string, schema: z.ZodType<T>): T[] =>
    z.array(schema).parse(JSON.parse(readFileSync(`${sourceFolder}/dist/${file}`, 'utf8')))
  const cities = read('cities.json', City).filter((city) => !NO_CITY.test(city.name))
  const cityCodes = new Set(cities.map((city) => city.code))
  const areas = read('areas.json', Area).filter(
    (area) => !STATISTICAL_ZONE.test(area.code) && !REMOVED_CODES.has(area.code),
  )
  const rows: RegionRow[] = [
    ...read('provinces.json', Province).map(({ code, name }): RegionRow => ({
      code: `${code}0000`,
      name,
      level: 'province',
      parent: null,
    })),
    ...cities.map(({ code, name, provinceCode }): RegionRow => ({
      code: `${code}00`,
      name,
      level: 'city',
      parent: `${provinceCode}0000`,
    })),
    ...areas.map(({ code, name, cityCode }): RegionRow => ({
      code,
      name,
      level: 'county',
      parent: cityCodes.has(cityCode) ? `${cityCode}00` : `${code.slice(0, 2)}0000`,
    })),
    ...ADDED_REGIONS,
  ]
  return rows.map(withHistory).sort((a, b) => (a.code < b.code ? -1 : 1))
}

function withHistory(row: RegionRow): RegionRow {
  const since = FOUNDED.get(row.code)
  return {
    ...row,
    ...(since === undefined ? {} : { since }),
    ...(BEYOND_STANDARD.has(row.code) ? { beyondStandard: true } : {}),
  }
}
