import { addDays } from './calendar-day.ts'
import { shanghaiDay, shanghaiInstant } from './shanghai-time.ts'
import type { Closure, Window } from './window.ts'
import { type Calendar, isWorkingDay } from './working-day.ts'

/** First and last legal day on which a window is open; one that shuts at 24:00 ends on the day before. */
export function daysOf(window: Window): { readonly first: string; readonly last: string } {
  return { first: shanghaiDay(window.opensAt), last: shanghaiDay(new Date(window.closesAt.getTime() - 1)) }
}

/** Whether `inner` lies wholly inside `outer`; both half-open. */
export function contains(outer: Window, inner: Window): boolean {
  return outer.opensAt <= inner.opensAt && inner.closesAt <= outer.closesAt
}

/**
 * Working days on which people can act, over several windows, each day once. Days shut for maintenance from 0:00 to
 * 24:00 do not count; 调休 does (行政许可法 art. 82; yearly notices on 教师资格制度实施工作).
 */
export function countOpenDays(
  calendar: Calendar,
  windows: readonly Window[],
  closures: readonly Closure[],
): { readonly count: number; readonly provisional: boolean } {
  const days = new Set<string>()
  for (const window of windows) {
    const { first, last } = daysOf(window)
    for (let day = first; day <= last; day = addDays(day, 1)) days.add(day)
  }
  let count = 0
  let provisional = false
  for (const day of days) {
    const whole = { opensAt: shanghaiInstant(day, '00:00'), closesAt: shanghaiInstant(day, '24:00') }
    if (closures.some((closure) => contains(closure, whole))) continue
    const answer = isWorkingDay(calendar, day)
    provisional ||= answer.provisional
    if (answer.working) count += 1
  }
  return { count, provisional }
}

/** The parts two windows have in common, for each pair that has one. */
export function overlapOf(windows: readonly Window[], other: Window): Window[] {
  return windows.flatMap((window) => {
    const opensAt = window.opensAt > other.opensAt ? window.opensAt : other.opensAt
    const closesAt = window.closesAt < other.closesAt ? window.closesAt : other.closesAt
    return opensAt < closesAt ? [{ opensAt, closesAt }] : []
  })
}
