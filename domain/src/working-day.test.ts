import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  parseCalendar,
  previousWorkingDay,
} from './working-day.ts'

const noticeOf = (year: string, holidays: string[] = [], workdays: string[] = []) => ({
  year,
  source: '国务院办公厅关于部分节假日安排的通知',
  holidays: holidays.map((day) => ({ day, name: '节假日' })),
  workdays,
})
const range = (month: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${month}-${String(from + index).padStart(2, '0')}`)

/** The parts of the published notices that the cases below touch; the whole table is tested where it is kept. */
const EXCERPT = {
  coverage: { from: '2020', to: '2026' },
  years: [
    noticeOf('2020', range('2020-06', 25, 27), ['2020-06-28']),
    noticeOf(
      '2021',
      [...range('2021-09', 19, 21), ...range('2021-10', 1, 7)],
      ['2021-09-18', '2021-09-26', '2021-10-09'],
    ),
    noticeOf('2022', [...range('2022-04', 3, 5), '2022-12-31'], ['2022-04-02']),
    noticeOf('2023', [...range('2023-01', 1, 2), '2023-04-05', ...range('2023-04', 29, 30)], ['2023-04-23']),
    noticeOf(
      '2024',
      [...range('2024-09', 15, 17), ...range('2024-10', 1, 7)],
      ['2024-09-14', '2024-09-29', '2024-10-12'],
    ),
    noticeOf('2025'),
    noticeOf('2026', [...range('2026-09', 25, 27), ...range('2026-10', 1, 7)], ['2026-09-20', '2026-10-10']),
  ],
}
const calendar = parseCalendar(EXCERPT)

describe('isWorkingDay', () => {
  test.each([
    ['2020-06-28', 'a Sunday worked for 端午', true],
    ['2024-09-14', 'case 1 of domain rules §23: a Saturday worked for 中秋', true],
    ['2024-09-16', 'case 1 of domain rules §23: a Monday off for 中秋', false],
    ['2026-10-10', 'a Saturday worked for 国庆', true],
    ['2026-10-08', 'the first day after the National Day week', true],
    ['2026-09-19', 'an ordinary Saturday', false],
    ['2026-09-14', 'an ordinary Monday', true],
    ['2022-12-31', 'off by the notice for the next year', false],
  ])('%s is %s: working %s (S-077)', (day, _why, working) => {
    expect(isWorkingDay(calendar, day)).toEqual({ working, provisional: false })
  })

  test.each([
    ['2027-10-01', 'National Day', false],
    ['2027-05-02', 'second day of Labour Day, a Sunday', false],
    ['2027-01-01', 'New Year', false],
    ['2027-02-05', '除夕 of 2027', false],
    ['2027-02-08', '初三 of 2027', false],
    ['2027-04-05', '清明 of 2027', false],
    ['2028-04-04', '清明 of 2028, a leap year', false],
    ['2027-06-09', '端午 of 2027', false],
    ['2027-09-15', '中秋 of 2027', false],
    ['2027-10-04', 'a Monday the notice may still give off', true],
    ['2027-09-16', 'an ordinary Thursday', true],
    ['2027-09-18', 'an ordinary Saturday', false],
    ['2019-10-08', 'a Tuesday before the covered years', true],
  ])('%s (%s) is answered provisionally: working %s', (day, _why, working) => {
    expect(isWorkingDay(calendar, day)).toEqual({ working, provisional: true })
  })

  test('a leap fifth month brings no second 端午 (2028)', () => {
    // 2028 has a leap fifth month: 五月初五 is 2028-05-28, 闰五月初五 is 2028-06-27, a Tuesday.
    expect(isWorkingDay(calendar, '2028-06-27').working).toBe(true)
    expect(isWorkingDay(calendar, '2028-05-28').working).toBe(false)
  })
})

describe('countWorkingDays over the real plans of domain rules §8.3 (PLN-3, S-077)', () => {
  test.each([
    ['河南 2020', '2020-06-08', '2020-06-30', 16],
    ['安徽 2024', '2024-09-14', '2024-09-25', 7],
    ['北京 2022', '2022-03-25', '2022-04-01', 6],
    ['门头沟 2021', '2021-09-27', '2021-10-12', 8],
    ['2023 phase 1', '2023-04-12', '2023-04-21', 8],
  ])('%s from %s to %s has %i', (_plan, from, to, count) => {
    expect(countWorkingDays(calendar, from, to)).toEqual({ count, provisional: false })
  })

  test('both ends count, and an end before the start gives none', () => {
    expect(countWorkingDays(calendar, '2026-09-14', '2026-09-14').count).toBe(1)
    expect(countWorkingDays(calendar, '2026-09-14', '2026-09-13').count).toBe(0)
  })

  test('a count that reaches past the covered years is provisional', () => {
    expect(countWorkingDays(calendar, '2026-12-31', '2027-01-04')).toEqual({ count: 2, provisional: true })
  })
})

describe('counting forward and back', () => {
  test.each([
    ['five days from the eve of National Day, past a worked Saturday', '2026-09-30', 5, '2026-10-13'],
    ['one day from a Friday', '2026-09-11', 1, '2026-09-14'],
    ['one day from the Friday before a worked Sunday', '2026-09-18', 1, '2026-09-20'],
    ['thirty days of decision time (PLN-3)', '2026-09-14', 30, '2026-10-30'],
  ])('%s: %s + %i is %s', (_sentence, day, count, expected) => {
    expect(addWorkingDays(calendar, day, count)).toEqual({ day: expected, provisional: false })
  })

  test('the neighbours of a holiday week', () => {
    expect(nextWorkingDay(calendar, '2026-09-30').day).toBe('2026-10-08')
    expect(previousWorkingDay(calendar, '2026-10-08').day).toBe('2026-09-30')
    expect(previousWorkingDay(calendar, '2024-09-18').day).toBe('2024-09-14')
  })

  test('an answer that rests on an unpublished year says so', () => {
    expect(addWorkingDays(calendar, '2026-12-31', 1)).toEqual({ day: '2027-01-04', provisional: true })
  })

  test.each([0, -1, 1.5])('%d working days is no count', (count) => {
    expect(() => addWorkingDays(calendar, '2026-09-14', count)).toThrow(RangeError)
  })
})

describe('parseCalendar', () => {
  test('refuses a table that leaves out a covered year', () => {
    expect(() => parseCalendar({ ...EXCERPT, years: EXCERPT.years.slice(1) })).toThrow(/years listed/)
    expect(() => parseCalendar({ ...EXCERPT, years: EXCERPT.years.toReversed() })).toThrow(/years listed/)
  })
  test('refuses a day that does not exist', () => {
    expect(() =>
      parseCalendar({ coverage: { from: '2026', to: '2026' }, years: [noticeOf('2026', ['2026-02-29'])] }),
    ).toThrow(/date/)
  })
})
