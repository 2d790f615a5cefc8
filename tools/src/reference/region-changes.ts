import type { FormerRegionRow, RegionRow } from '@xingtan/contract/region'

/**
 * What the source of the region table (state of 2023-06-30, statistical codes) does not know or knows differently.
 * Each entry follows a public notice of the State Council or the Ministry of Civil Affairs.
 */
export const ADDED_REGIONS: readonly RegionRow[] = [
  { code: '460302', name: '西沙区', level: 'county', parent: '460300', since: '2020-04' },
  { code: '460303', name: '南沙区', level: 'county', parent: '460300', since: '2020-04' },
  { code: '500157', name: '两江新区', level: 'county', parent: '500000', since: '2025-11' },
  { code: '653132', name: '岑岭县', level: 'county', parent: '653100', since: '2026-03' },
  { code: '653228', name: '和安县', level: 'county', parent: '653200', since: '2024-12' },
  { code: '653229', name: '和康县', level: 'county', parent: '653200', since: '2024-12' },
  { code: '659013', name: '草湖市', level: 'county', parent: '650000', since: '2026-04' },
  { code: '710000', name: '台湾省', level: 'province', parent: null },
  { code: '810000', name: '香港特别行政区', level: 'province', parent: null },
  { code: '820000', name: '澳门特别行政区', level: 'province', parent: null },
]

/** Month of foundation of regions the source has and that are younger than 2020. */
export const FOUNDED: ReadonlyMap<string, string> = new Map([
  ['330113', '2021-04'],
  ['330114', '2021-04'],
  ['540481', '2023-04'],
  ['540581', '2023-04'],
  ['659012', '2023-01'],
])

/** Statistical rows that stand for a city without counties, for sea areas, or for regions dissolved since. */
export const REMOVED_CODES: ReadonlySet<string> = new Set([
  '441900',
  '442000',
  '460400',
  '620201',
  '460321',
  '460322',
  '460323',
  '500105',
  '500112',
])

/** Run like a county, with an education bureau of their own, but outside GB/T 2260. */
export const BEYOND_STANDARD: ReadonlySet<string> = new Set(['232761', '232762', '232763', '232764', '632857'])

/** Codes on old identity cards and certificates: all of Zhejiang and the municipalities since 2000, others as needed. */
export const FORMER_REGIONS: readonly FormerRegionRow[] = [
  { code: '110103', name: '崇文区', until: '2010-07', successor: '110101' },
  { code: '110104', name: '宣武区', until: '2010-07', successor: '110102' },
  { code: '110228', name: '密云县', until: '2015-11', successor: '110118' },
  { code: '110229', name: '延庆县', until: '2015-11', successor: '110119' },
  { code: '120107', name: '塘沽区', until: '2009-11', successor: '120116' },
  { code: '120108', name: '汉沽区', until: '2009-11', successor: '120116' },
  { code: '120109', name: '大港区', until: '2009-11', successor: '120116' },
  { code: '310103', name: '卢湾区', until: '2011-06', successor: '310101' },
  { code: '310108', name: '闸北区', until: '2015-11', successor: '310106' },
  { code: '310119', name: '南汇区', until: '2009-05', successor: '310115' },
  { code: '310230', name: '崇明县', until: '2016-06', successor: '310151' },
  { code: '330103', name: '下城区', until: '2021-04', successor: '330105' },
  { code: '330104', name: '江干区', until: '2021-04', successor: '330102' },
  { code: '330183', name: '富阳市', until: '2014-12', successor: '330111' },
  { code: '330185', name: '临安市', until: '2017-08', successor: '330112' },
  { code: '330204', name: '江东区', until: '2016-09', successor: '330212' },
  { code: '330283', name: '奉化市', until: '2016-09', successor: '330213' },
  { code: '330322', name: '洞头县', until: '2015-07', successor: '330305' },
  { code: '330621', name: '绍兴县', until: '2013-10', successor: '330603' },
  { code: '330682', name: '上虞市', until: '2013-10', successor: '330604' },
  { code: '330821', name: '衢县', until: '2001-12', successor: '330803' },
  { code: '331021', name: '玉环县', until: '2017-04', successor: '331083' },
  { code: '500105', name: '江北区', until: '2025-11', successor: '500157' },
  { code: '500112', name: '渝北区', until: '2025-11', successor: '500157' },
]
