import type { QualificationType } from '@xingtan/contract/qualification'

type Types = readonly QualificationType[]

/** 教师资格条例 art. 13: counties 1–3, cities 4–6, provinces 7. */
export const DEFAULT_POWERS = {
  county: [1, 2, 3],
  city: [4, 5, 6],
  province: [7],
} as const satisfies Record<string, Types>

/**
 * Where the default does not hold, by region code. A county or city without a power of a type leaves it to the next
 * higher agency, so each row here only says what this agency itself recognises.
 */
export const POWER_EXCEPTIONS: ReadonlyMap<string, Types> = new Map<string, Types>([
  // Municipalities recognise 4, 5 and 6 themselves.
  ['110000', [4, 5, 6, 7]],
  ['120000', [4, 5, 6, 7]],
  ['310000', [4, 5, 6, 7]],
  ['500000', [4, 5, 6, 7]],
  // Cities without counties.
  ['441900', [1, 2, 3, 4, 5, 6]],
  ['442000', [1, 2, 3, 4, 5, 6]],
  ['460300', [1, 2, 3, 4, 5, 6]],
  ['460400', [1, 2, 3, 4, 5, 6]],
  ['620200', [1, 2, 3, 4, 5, 6]],
  // Counties and cities run by the province that act as a city: 济源, 仙桃, 潜江, 天门, 神农架.
  ['419001', [1, 2, 3, 4, 5, 6]],
  ['429004', [1, 2, 3, 4, 5, 6]],
  ['429005', [1, 2, 3, 4, 5, 6]],
  ['429006', [1, 2, 3, 4, 5, 6]],
  ['429021', [1, 2, 3, 4, 5, 6]],
  // Hainan's counties hang under the province, which is their next higher education department.
  ['460000', [4, 5, 6, 7]],
])

/** Provinces in which the cities took types 1 to 3 over from the counties: 河北. */
export const CITY_TAKES_ALL: ReadonlySet<string> = new Set(['130000'])

/** 新疆生产建设兵团: cities of the Corps and the division that keeps the education bureau (the name of 草湖市's is not known). */
export const CORPS_DIVISIONS: ReadonlyMap<string, string> = new Map([
  ['659001', '第八师'],
  ['659002', '第一师'],
  ['659003', '第三师'],
  ['659004', '第六师'],
  ['659005', '第十师'],
  ['659006', '第二师'],
  ['659007', '第五师'],
  ['659008', '第四师'],
  ['659009', '第十四师'],
  ['659010', '第七师'],
  ['659011', '第十三师'],
  ['659012', '第九师'],
  ['659013', ''],
])
/** Types a division's bureau recognises itself. */
export const CORPS_POWERS: Types = [1, 2, 3, 4, 5, 6]
