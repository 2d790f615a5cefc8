import type { AgencyRow } from '@xingtan/contract/agency-reference'
import type { QualificationType } from '@xingtan/contract/qualification'
import type { RegionRow } from '@xingtan/contract/region'
import { CITY_TAKES_ALL, CORPS_DIVISIONS, CORPS_POWERS, DEFAULT_POWERS, POWER_EXCEPTIONS } from './agency-powers.ts'

/** No mainland agency recognises teachers there. */
const OUTSIDE = new Set(['710000', '810000', '820000'])
/** Municipalities whose districts keep a 教育委员会 as the municipality does; those of 天津 and 上海 keep a 教育局. */
const COMMITTEE_DISTRICTS = new Set(['110000', '500000'])
const MUNICIPALITIES = new Set(['110000', '120000', '310000', '500000'])
const CORPS = '66'
/** 三沙's districts: the city keeps the only bureau. */
const NO_BUREAU = new Set(['460302', '460303'])

type Unnumbered = Omit<AgencyRow, 'code' | 'parentCode'> & {
  readonly prefix: string
  readonly parentKey: string | null
}

/** Identifies an agency across runs: its prefix and region. The Corps shares the region code of 新疆. */
const keyOf = (prefix: string, regionCode: string): string => `${prefix}/${regionCode}`

/**
 * One agency for every province, city and county, numbered inside its province.
 * @param existing the committed table: its codes stay for ever, rows that are new are numbered behind them
 */
export function buildAgencies(regions: readonly RegionRow[], existing: readonly AgencyRow[]): AgencyRow[] {
  const drafts = [
    ...regions.filter((region) => !OUTSIDE.has(region.code) && !NO_BUREAU.has(region.code)).map(draft),
    CORPS_OFFICE,
  ]
  const ranked = drafts.sort((a, b) => rank(a) - rank(b) || (a.regionCode < b.regionCode ? -1 : 1))
  const codes = new Map(existing.map((row) => [keyOf(row.code.slice(0, 2), row.regionCode), row.code]))
  const last = new Map<string, number>()
  for (const code of codes.values()) {
    const prefix = code.slice(0, 2)
    last.set(prefix, Math.max(last.get(prefix) ?? 0, Number(code.slice(2))))
  }
  for (const { prefix, regionCode } of ranked) {
    if (codes.has(keyOf(prefix, regionCode))) continue
    const next = (last.get(prefix) ?? 0) + 1
    last.set(prefix, next)
    codes.set(keyOf(prefix, regionCode), `${prefix}${String(next).padStart(3, '0')}`)
  }
  const codeOf = (key: string): string => codes.get(key) ?? raise(`no agency for ${key}`)
  const present = new Set(ranked.map((agency) => keyOf(agency.prefix, agency.regionCode)))
  const dissolved = existing
    .filter((row) => !present.has(keyOf(row.code.slice(0, 2), row.regionCode)))
    // Its certificates still carry the code, so the row stays; it only recognises nobody any more.
    .map((row): AgencyRow => ({ ...row, types: [] }))
  const current = ranked.map(({ prefix, parentKey, name, level, regionCode, types }): AgencyRow => ({
    code: codeOf(keyOf(prefix, regionCode)),
    name,
    level,
    regionCode,
    parentCode: parentKey === null ? null : codeOf(parentKey),
    types,
  }))
  return [...current, ...dissolved].sort((a, b) => (a.code < b.code ? -1 : 1))
}

const CORPS_OFFICE: Unnumbered = {
  prefix: CORPS,
  name: '新疆生产建设兵团教育局',
  level: 'province',
  regionCode: '650000',
  parentKey: null,
  types: [],
}

function rank(agency: Unnumbered): number {
  return { province: 0, city: 1, county: 2 }[agency.level]
}

function raise(message: string): never {
  throw new Error(message)
}

function draft(region: RegionRow): Unnumbered {
  const division = CORPS_DIVISIONS.get(region.code)
  const prefix = division === undefined ? region.code.slice(0, 2) : CORPS
  return {
    prefix,
    name: nameOf(region),
    level: region.level,
    regionCode: region.code,
    parentKey: parentKeyOf(region, prefix),
    types: division === undefined ? typesOf(region) : [...CORPS_POWERS],
  }
}

function parentKeyOf(region: RegionRow, prefix: string): string | null {
  if (region.parent === null) return null
  return keyOf(prefix, region.parent)
}

function nameOf({ code, name, level, parent }: RegionRow): string {
  if (MUNICIPALITIES.has(code)) return `${name}教育委员会`
  if (level === 'province') return `${name}教育厅`
  if (parent !== null && COMMITTEE_DISTRICTS.has(parent)) return `${name}教育委员会`
  return `${CORPS_DIVISIONS.get(code) ?? ''}${name}教育局`
}

function typesOf({ code, level }: RegionRow): QualificationType[] {
  const exception = POWER_EXCEPTIONS.get(code)
  if (exception !== undefined) return [...exception]
  if (!CITY_TAKES_ALL.has(`${code.slice(0, 2)}0000`)) return [...DEFAULT_POWERS[level]]
  if (level === 'county') return []
  return level === 'city' ? [...DEFAULT_POWERS.county, ...DEFAULT_POWERS.city] : [...DEFAULT_POWERS.province]
}
