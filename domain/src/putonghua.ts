/** Grades of the Putonghua test, best first; the same codes as in the contract. */
const GRADES = ['1A', '1B', '2A', '2B', '3A', '3B'] as const
export type PutonghuaGrade = (typeof GRADES)[number]

/** Official names of the grades. 《普通话水平测试管理规定》 (教育部令第51号). */
export const PUTONGHUA_GRADE_NAMES: Readonly<Record<PutonghuaGrade, string>> = {
  '1A': '一级甲等',
  '1B': '一级乙等',
  '2A': '二级甲等',
  '2B': '二级乙等',
  '3A': '三级甲等',
  '3B': '三级乙等',
}

/** The grade of an official name as authorities answer it (`一级甲等`); `undefined` for any other text. */
export function putonghuaGradeNamed(name: string): PutonghuaGrade | undefined {
  return GRADES.find((grade) => PUTONGHUA_GRADE_NAMES[grade] === name.trim())
}

const BANDS: readonly (readonly [lowest: number, grade: PutonghuaGrade])[] = [
  [97, '1A'],
  [92, '1B'],
  [87, '2A'],
  [80, '2B'],
  [70, '3A'],
  [60, '3B'],
]

/**
 * The grade a score earns; `undefined` below 60 points, above 100, and for anything finer than one decimal.
 * 《普通话水平测试等级标准》.
 */
export function putonghuaGradeOf(score: number): PutonghuaGrade | undefined {
  // Tenths are compared as text, since 92.3 * 10 is not a whole number in binary.
  if (score > 100 || String(score) !== String(Number(score.toFixed(1)))) return undefined
  return BANDS.find(([lowest]) => score >= lowest)?.[1]
}

/** Whether grade and score of one certificate agree; a certificate on which they differ was mistyped or forged. */
export function agreesWithScore(grade: PutonghuaGrade, score: number): boolean {
  return putonghuaGradeOf(score) === grade
}

/**
 * Whether a grade reaches the floor that the policy row of place, type and subject names (national floor: 二级乙等).
 * 《教师资格条例》实施办法 (教育部令第10号).
 */
export function meetsFloor(grade: PutonghuaGrade, floor: PutonghuaGrade): boolean {
  return GRADES.indexOf(grade) <= GRADES.indexOf(floor)
}

export type PutonghuaNumber =
  | {
      readonly kind: 'ok'
      readonly normalised: string
      readonly provinceCode2: string
      readonly year: number
      readonly stationCode3: string
      readonly serial: string
    }
  | { readonly kind: 'bad'; readonly reason: 'format' | 'province' | 'year' }

/** The test began in December 1994; a two-digit year from here up is of the last century. */
const FIRST_YEAR = 1994

/**
 * Reads the number of a Putonghua certificate: thirteen digits (province 2, year 2, station 3, serial 6) or, on newer
 * ones, fifteen (the year with four digits). Spaces and full-width digits are put right. The province list is the one
 * the test stations use, 66 for 新疆生产建设兵团.
 */
export function parsePutonghuaNumber(text: string): PutonghuaNumber {
  const normalised = text.normalize('NFKC').replaceAll(/\s/gu, '')
  if (!/^\d{13}(\d{2})?$/.test(normalised)) return { kind: 'bad', reason: 'format' }
  if (!/^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-6])/.test(normalised)) return { kind: 'bad', reason: 'province' }
  const rest = normalised.slice(-9)
  const yearDigits = normalised.slice(2, -9)
  const year = yearDigits.length === 4 ? Number(yearDigits) : yearOfTwoDigits(Number(yearDigits))
  if (year < FIRST_YEAR || year > 2099) return { kind: 'bad', reason: 'year' }
  const parts = { provinceCode2: normalised.slice(0, 2), stationCode3: rest.slice(0, 3), serial: rest.slice(3) }
  return { kind: 'ok', normalised, year, ...parts }
}

function yearOfTwoDigits(digits: number): number {
  return digits + (1900 + digits >= FIRST_YEAR ? 1900 : 2000)
}
