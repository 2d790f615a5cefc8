import { describe, expect, test } from 'vitest'
import {
  listStatutoryHolidays,
  recountDueDay,
  refuseMissingHolidays,
  refuseNotice,
  withNotice,
} from './calendar-notice.ts'
import { isWorkingDay } from './working-day.ts'

const calendar = { coverage: { from: '2020', to: '2026' }, holidays: new Set<string>(), workdays: new Set<string>() }
const notice = {
  year: '2027',
  source: '国务院办公厅关于 2027 年部分节假日安排的通知',
  holidays: [
    { day: '2026-12-31', name: '元旦' },
    { day: '2027-10-01', name: '国庆节' },
    { day: '2027-10-04', name: '国庆节' },
  ],
  workdays: ['2027-10-09'],
}
const off = (day: string) => ({ day, name: '国庆节' })

test.each([
  ['accepts the notice for the next year', notice, []],
  [
    'refuses a year that leaves a gap',
    { ...notice, year: '2028', holidays: [], workdays: [] },
    ['calendar.year-not-next'],
  ],
  ['refuses a day of another year', { ...notice, holidays: [off('2028-01-01')] }, ['calendar.day-outside-year']],
  ['refuses a day that does not exist', { ...notice, holidays: [off('2027-02-29')] }, ['calendar.day-outside-year']],
  [
    'refuses a day that is both off and worked',
    { ...notice, holidays: [off('2027-10-09')] },
    ['calendar.day-listed-twice'],
  ],
  [
    'refuses a make-up workday that is no weekend',
    { ...notice, workdays: ['2027-10-08'] },
    ['calendar.workday-not-weekend'],
  ],
  [
    'refuses a make-up workday that does not exist',
    { ...notice, workdays: ['2027-02-30'] },
    ['calendar.day-outside-year'],
  ],
])('%s', (_sentence, given, codes) => {
  const found = refuseNotice(calendar, given).map((refusal) => refusal.code)
  expect([...new Set(found)]).toEqual(codes)
})

test('an entered notice turns provisional answers into final ones', () => {
  expect(isWorkingDay(calendar, '2027-10-04')).toEqual({ working: true, provisional: true })
  const extended = withNotice(calendar, notice)
  expect(isWorkingDay(extended, '2027-10-04')).toEqual({ working: false, provisional: false })
  expect(isWorkingDay(extended, '2027-10-09')).toEqual({ working: true, provisional: false })
  expect(isWorkingDay(extended, '2026-12-31')).toEqual({ working: false, provisional: false })
  expect(isWorkingDay(extended, '2028-10-02').provisional).toBe(true)
})

describe('a year that was 暂定 becomes certain (R-049)', () => {
  const before = calendarOf('2026')
  const lawful = {
    year: '2027',
    source: '演示通知',
    holidays: listStatutoryHolidays('2027').map((day) => ({ day, name: '放假' })),
    workdays: [],
  }

  test('the law alone names thirteen days, and a lawful that leaves one out is a slip of the pen', () => {
    expect(listStatutoryHolidays('2027')).toHaveLength(13)
    expect(refuseMissingHolidays(lawful)).toEqual([])
    expect(refuseMissingHolidays({ ...lawful, holidays: lawful.holidays.slice(1) })).toEqual([
      { code: 'calendar.holiday-missing', day: '2027-01-01' },
    ])
  })

  test('a due day keeps its number of working days and loses its 暂定', () => {
    const extra = { ...lawful, holidays: [...lawful.holidays, { day: '2027-02-10', name: '春节' }] }
    const after = withNotice(before, extra)
    expect(recountDueDay({ before, after }, '2027-02-08', '2027-02-12')).toEqual({
      day: '2027-02-15',
      provisional: false,
    })
    expect(recountDueDay({ before, after }, '2027-02-12', '2027-02-12')).toEqual({
      day: '2027-02-12',
      provisional: false,
    })
  })
})

function calendarOf(to: string) {
  return { coverage: { from: '2020', to }, holidays: new Set<string>(), workdays: new Set<string>() }
}
