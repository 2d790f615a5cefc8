import type { AppointmentRule, OpeningHours } from '@xingtan/contract/office/point'
import { WEEKDAY_TITLES } from '@xingtan/contract/office/point'
import type { Refusal } from '@xingtan/contract/problem'
import { addDays, weekday } from './calendar-day.ts'
import { shanghaiDay, shanghaiInstant } from './shanghai-time.ts'
import type { Window } from './window.ts'
import { type Calendar, isWorkingDay } from './working-day.ts'

/** Weekday number under which the hours of a make-up working day (调休上班日) are kept. */
const MAKE_UP_DAY = 8

/** Reasons these hours cannot stand: an end before its beginning, two stretches that overlap; empty means they can. */
export function refuseHours(hours: readonly OpeningHours[]): Refusal[] {
  return Object.entries(WEEKDAY_TITLES).flatMap(([number, title]) => {
    const ofDay = hours.filter(({ day }) => day === Number(number)).toSorted((a, b) => (a.from < b.from ? -1 : 1))
    const values = { day: title }
    const reversed: Refusal[] = ofDay.some(({ from, to }) => to <= from)
      ? [{ code: 'point.hours-reversed', field: 'weeklyHours', values }]
      : []
    const overlapping: Refusal[] = ofDay.some(({ from }, index) => index > 0 && from < (ofDay[index - 1]?.to ?? ''))
      ? [{ code: 'point.hours-overlap', field: 'weeklyHours', values }]
      : []
    return [...reversed, ...overlapping]
  })
}

/** The hours of one legal day: none on a day off, those of the make-up day on a worked weekend (调休). */
export function hoursOn(hours: readonly OpeningHours[], calendar: Calendar, day: string): readonly OpeningHours[] {
  if (calendar.workdays.has(day)) return hours.filter((one) => one.day === MAKE_UP_DAY)
  const isOffByNotice = weekday(day) <= 5 ? !isWorkingDay(calendar, day).working : calendar.holidays.has(day)
  return isOffByNotice ? [] : hours.filter((one) => one.day === weekday(day))
}

/** `周一至周五 09:00—12:00，13:30—17:00`: days with the same hours stand together. */
export function hoursText(hours: readonly OpeningHours[]): string {
  const groups: { first: number; last: number; text: string }[] = []
  for (let day = 1; day <= MAKE_UP_DAY; day += 1) {
    const ofDay = hours.filter((one) => one.day === day).toSorted((a, b) => (a.from < b.from ? -1 : 1))
    const text = ofDay.map(({ from, to }) => `${from}—${to}`).join('，')
    const last = groups.at(-1)
    if (last !== undefined && last.last === day - 1 && last.text === text && day !== MAKE_UP_DAY) last.last = day
    else if (text !== '') groups.push({ first: day, last: day, text })
  }
  const words = groups.map(({ first, last, text }) => {
    const days = first === last ? WEEKDAY_TITLES[first] : `${WEEKDAY_TITLES[first]}至${WEEKDAY_TITLES[last]}`
    return `${days} ${text}`
  })
  return words.length === 0 ? '暂未开放' : words.join('；')
}

/** One slot as the plan asks for it. */
export interface WantedSlot {
  readonly day: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly capacity: number
  readonly walkIn: number
}

export interface SlotFacts {
  readonly hours: readonly OpeningHours[]
  readonly deskCount: number
  /** Confirm windows of the point, half-open. */
  readonly windows: readonly Window[]
  readonly calendar: Calendar
  readonly rule: AppointmentRule
}

/**
 * The slots of a point: whole slots inside its hours and inside a confirm window, desks × people a desk, of which the
 * share of 网上预约 is rounded down. Seed 002 二（二）: 网上预约、排号, 分时错峰.
 */
export function makeSlots({ hours, deskCount, windows, calendar, rule }: SlotFacts): WantedSlot[] {
  const places = deskCount * rule.perDesk
  const capacity = Math.floor((places * rule.onlinePercent) / 100)
  const stepMs = rule.slotMinutes * 60_000
  const slots = new Map<number, WantedSlot>()
  for (const window of windows) {
    const lastDay = shanghaiDay(new Date(window.closesAt.getTime() - 1))
    for (let day = shanghaiDay(window.opensAt); day <= lastDay; day = addDays(day, 1)) {
      for (const { from, to } of hoursOn(hours, calendar, day)) {
        const end = Math.min(shanghaiInstant(day, to).getTime(), window.closesAt.getTime())
        for (let at = shanghaiInstant(day, from).getTime(); at + stepMs <= end; at += stepMs) {
          if (at < window.opensAt.getTime()) continue
          const times = { startsAt: new Date(at), endsAt: new Date(at + stepMs) }
          slots.set(at, { day, ...times, capacity, walkIn: places - capacity })
        }
      }
    }
  }
  return [...slots.values()].toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}
