import { describe, expect, test } from 'vitest'
import { hoursOn, hoursText, makeSlots, refuseHours } from './slot.ts'

const on = (day: number, from: string, to: string) => ({ day, from, to })
const WEEK = [1, 2, 3, 4, 5, 8].flatMap((day) => [on(day, '09:00', '12:00'), on(day, '13:30', '17:00')])
const CALENDAR = {
  coverage: { from: '2026', to: '2026' },
  holidays: new Set(['2026-10-01', '2026-10-04']),
  workdays: new Set(['2026-10-10']),
}
const RULE = { slotMinutes: 60, perDesk: 5, onlinePercent: 75, release: 'open' as const, drawDaysBefore: 2 }

describe('hours of a point (PLN-6)', () => {
  test.each([
    ['good hours', WEEK, []],
    ['an end at its beginning', [on(1, '09:00', '09:00')], ['point.hours-reversed']],
    ['two stretches that overlap', [on(2, '10:00', '12:00'), on(2, '09:00', '10:01')], ['point.hours-overlap']],
    ['two that touch', [on(2, '09:00', '10:00'), on(2, '10:00', '12:00')], []],
  ])('%s', (_words, hours, codes) => {
    expect(refuseHours(hours).map(({ code }) => code)).toEqual(codes)
  })

  test.each([
    ['an ordinary Monday', '2026-10-12', 2],
    ['a holiday', '2026-10-01', 0],
    ['a make-up Saturday', '2026-10-10', 2],
    ['an ordinary Saturday without hours', '2026-10-17', 0],
  ])('%s', (_words, day, count) => {
    expect(hoursOn(WEEK, CALENDAR, day)).toHaveLength(count)
  })

  test('a Sunday with hours is open unless it is a holiday', () => {
    expect(hoursOn([on(7, '09:00', '11:00')], CALENDAR, '2026-10-11')).toHaveLength(1)
    expect(hoursOn([on(7, '09:00', '11:00')], CALENDAR, '2026-10-04')).toHaveLength(0)
  })

  test('are told in words, equal days together', () => {
    expect(hoursText(WEEK.filter(({ day }) => day <= 5))).toBe('周一至周五 09:00—12:00，13:30—17:00')
    expect(hoursText([on(1, '13:00', '14:00'), on(1, '09:00', '12:00'), on(6, '09:00', '12:00')])).toBe(
      '周一 09:00—12:00，13:00—14:00；周六 09:00—12:00',
    )
    expect(hoursText([])).toBe('暂未开放')
  })
})

describe('slots of the plan (CNF-1)', () => {
  const window = (from: string, to: string) => ({ opensAt: new Date(from), closesAt: new Date(to) })
  const make = (...windows: ReturnType<typeof window>[]) =>
    makeSlots({ hours: WEEK, deskCount: 2, windows, calendar: CALENDAR, rule: RULE }).map(
      ({ startsAt, capacity, walkIn }) => [startsAt.toISOString().slice(5, 16), capacity, walkIn],
    )

  test('fill the hours with whole slots and split the places', () => {
    const slots = make(window('2026-10-12T00:00:00+08:00', '2026-10-13T00:00:00+08:00'))
    expect(slots).toHaveLength(6)
    expect(slots[0]).toEqual(['10-12T01:00', 7, 3])
    expect(slots.at(-1)).toEqual(['10-12T07:30', 7, 3])
  })

  test('stay inside the window to the minute, and two windows give no slot twice', () => {
    expect(make(window('2026-10-12T09:00:00+08:00', '2026-10-12T11:00:00+08:00'))).toHaveLength(2)
    expect(make(window('2026-10-12T09:01:00+08:00', '2026-10-12T10:59:59+08:00'))).toHaveLength(0)
    const day = window('2026-10-12T00:00:00+08:00', '2026-10-13T00:00:00+08:00')
    expect(make(day, day)).toHaveLength(6)
  })
})
