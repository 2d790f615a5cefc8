import { expect, test } from 'vitest'
import {
  agreesWithScore,
  meetsFloor,
  parsePutonghuaNumber,
  PUTONGHUA_GRADE_NAMES,
  putonghuaGradeNamed,
  putonghuaGradeOf,
} from './putonghua.ts'

test.each([
  [100, '1A'],
  [97, '1A'],
  [96.9, '1B'],
  [92.3, '1B'],
  [92, '1B'],
  [91.9, '2A'],
  [87, '2A'],
  [86.9, '2B'],
  [80, '2B'],
  [79.9, '3A'],
  [70, '3A'],
  [69.9, '3B'],
  [60, '3B'],
  [59.9, undefined],
  [100.1, undefined],
  [86.95, undefined],
  [-1, undefined],
  [Number.NaN, undefined],
])('APP-3 gives %d points the grade %s', (score, grade) => {
  expect(putonghuaGradeOf(score)).toBe(grade)
})

test('APP-3 reads the official name of every grade and no other', () => {
  for (const [grade, name] of Object.entries(PUTONGHUA_GRADE_NAMES))
    expect(putonghuaGradeNamed(` ${name} `)).toBe(grade)
  expect(putonghuaGradeNamed('二级乙')).toBeUndefined()
})

test('APP-3 finds a grade that its score does not earn', () => {
  expect(agreesWithScore('2B', 86.9)).toBe(true)
  expect(agreesWithScore('2A', 86.9)).toBe(false)
})

test.each([
  ['2B', '2B', true],
  ['2A', '2B', true],
  ['1A', '2B', true],
  ['3A', '2B', false],
  ['2B', '2A', false],
  ['3B', '3B', true],
] as const)('APP-3 judges %s against the floor %s as %s', (grade, floor, meets) => {
  expect(meetsFloor(grade, floor)).toBe(meets)
})

test.each([
  ['thirteen digits', '3320001000123', { year: 2020, provinceCode2: '33', stationCode3: '001', serial: '000123' }],
  ['thirteen digits of the last century', '3394001000123', { year: 1994 }],
  ['two-digit years before the test began as this century', '3393001000123', { year: 2093 }],
  ['the last year of this century', '332099001000123', { year: 2099 }],
  ['fifteen digits', '332023001000123', { year: 2023, stationCode3: '001', serial: '000123' }],
  ['the 兵团 province', '6620001000123', { provinceCode2: '66' }],
  ['spaces and full-width digits', ' ３３20 001 000123 ', { normalised: '3320001000123' }],
])('APP-3 reads a certificate number of %s', (_sentence, text, parts) => {
  expect(parsePutonghuaNumber(text)).toMatchObject({ kind: 'ok', ...parts })
})

test.each([
  ['fourteen digits', '33202300100012', 'format'],
  ['letters', '33200010001A3', 'format'],
  ['a province that does not exist', '3820001000123', 'province'],
  ['a year before the test began', '331993001000123', 'year'],
  ['a year of the next century', '332100001000123', 'year'],
])('APP-3 refuses %s', (_sentence, text, reason) => {
  expect(parsePutonghuaNumber(text)).toEqual({ kind: 'bad', reason })
})

test('APP-3 knows the 32 provinces that certify and no other', () => {
  const known = Array.from({ length: 100 }, (_one, code) => String(code).padStart(2, '0')).filter(
    (code) => parsePutonghuaNumber(`${code}20001000123`).kind === 'ok',
  )
  expect(known.join(' ')).toBe(
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66',
  )
})
