import { expect, test } from 'vitest'
import { addDays, daysBetween, isCalendarDay, weekday } from './calendar-day.ts'

test.each([
  ['crosses a month', '2026-01-31', 1, '2026-02-01'],
  ['crosses a year', '2026-12-31', 1, '2027-01-01'],
  ['keeps 29 February of a leap year (R-049)', '2024-02-28', 1, '2024-02-29'],
  ['skips 29 February of a common year', '2026-02-28', 1, '2026-03-01'],
  ['goes back', '2026-03-01', -1, '2026-02-28'],
  ['stays for zero', '2026-03-01', 0, '2026-03-01'],
])('%s', (_sentence, day, count, expected) => {
  expect(addDays(day, count)).toBe(expected)
})

test.each([
  ['2026-09-14', 1],
  ['2026-09-20', 7],
  ['1970-01-01', 4],
  ['1969-12-28', 7],
  ['2024-02-29', 4],
] as const)('%s falls on weekday %i', (day, expected) => {
  expect(weekday(day)).toBe(expected)
})

test('counts the days between two days in either direction', () => {
  expect(daysBetween('2026-09-14', '2026-09-14')).toBe(0)
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1)
})

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '', '2026-04-31'])(
  'refuses %j as a day',
  (text) => {
    expect(isCalendarDay(text)).toBe(false)
    expect(() => weekday(text)).toThrow(RangeError)
  },
)

test('accepts real days', () => {
  expect(isCalendarDay('2024-02-29')).toBe(true)
  expect(isCalendarDay('2026-12-31')).toBe(true)
})

test('refuses half days', () => {
  expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError)
})
