import { describe, expect, test } from 'vitest'
import { WorkingDayCalendar } from '@xingtan/contract/working-day-calendar'
import { weekday } from '@xingtan/domain/calendar-day'
import { addWorkingDays, countWorkingDays, isWorkingDay, parseCalendar } from '@xingtan/domain/working-day'
import { readReference } from './reference-data.ts'

const table = WorkingDayCalendar.parse(readReference('calendar.json'))
const calendar = parseCalendar(table)

test('covers 2020 to 2026 (PLN-3)', () => {
  expect(calendar.coverage).toEqual({ from: '2020', to: '2026' })
})

test.each([
  ['2020-06-28', true],
  ['2022-12-31', false],
  ['2024-09-14', true],
  ['2024-09-16', false],
  ['2025-01-26', true],
  ['2026-02-14', true],
  ['2026-02-23', false],
  ['2026-10-08', true],
  ['2026-10-10', true],
])('%s is a working day: %s (case 1 of domain rules §23 and its like)', (day, working) => {
  expect(isWorkingDay(calendar, day)).toEqual({ working, provisional: false })
})

test('2027-10-01 is a holiday, provisionally', () => {
  expect(isWorkingDay(calendar, '2027-10-01')).toEqual({ working: false, provisional: true })
})

describe('the real plans of domain rules §8.3', () => {
  test.each([
    ['河南 2020', '2020-06-08', '2020-06-30', 16],
    ['安徽 2024', '2024-09-14', '2024-09-25', 7],
    ['北京 2022', '2022-03-25', '2022-04-01', 6],
    ['门头沟 2021', '2021-09-27', '2021-10-12', 8],
    ['2023 phase 1', '2023-04-12', '2023-04-21', 8],
  ])('%s from %s to %s has %i working days (S-077)', (_plan, from, to, count) => {
    expect(countWorkingDays(calendar, from, to)).toEqual({ count, provisional: false })
  })
})

test('five working days after 2026-09-30 is 2026-10-13', () => {
  expect(addWorkingDays(calendar, '2026-09-30', 5)).toEqual({ day: '2026-10-13', provisional: false })
})

test('make-up workdays are weekend days and no day is both off and worked', () => {
  for (const year of table.years) {
    for (const day of year.workdays) {
      expect(weekday(day)).toBeGreaterThanOrEqual(6)
      expect(calendar.holidays.has(day)).toBe(false)
    }
  }
})

test('each year names at least six holidays (中秋 may fall into 国庆) and gives off the days the law fixes', () => {
  for (const { year, holidays } of table.years) {
    const names = new Set(holidays.map((holiday) => holiday.name))
    expect(names.size).toBeGreaterThanOrEqual(6)
    for (const day of ['10-01', '10-02', '10-03', '01-01', '05-01']) {
      expect(calendar.holidays.has(`${year}-${day}`)).toBe(true)
    }
  }
})
