import { expect, test } from 'vitest'
import { parseDay, parseRecentDay } from './parse-day.ts'

test.each(['20261108', '2026-11-08', '2026-11-8', '2026/11/8', '2026.11.08', '2026年11月8日', ' 2026-11-08 '])(
  'reads %j as the eighth of November',
  (text) => {
    expect(parseDay(text)).toBe('2026-11-08')
  },
)

test.each(['', '2026', '2026-02-30', '2026-13-01', '26-11-08', '明天', '2026-11-08-01'])(
  'finds no day in %j',
  (text) => {
    expect(parseDay(text)).toBeUndefined()
  },
)

test.each([
  ['1008', '2026-10-08'],
  ['10-12', '2026-10-12'],
  ['1013', '2025-10-13'],
  ['0229', undefined],
  ['2026-10-08', '2026-10-08'],
])('on 12 October 2026 %j is the latest such day: %s', (text, day) => {
  expect(parseRecentDay(text, '2026-10-12')).toBe(day)
})
