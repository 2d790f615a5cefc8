import type { PlanFrame } from '@xingtan/contract/office/plan'
import type { PlanContent } from '@xingtan/contract/plan-content'
import { addDays, daysBetween } from '@xingtan/domain/calendar-day'
import { shanghaiDay, shanghaiInstant } from '@xingtan/domain/shanghai-time'

/** Width of one day on the strip, in pixels. */
export const DAY_WIDTH = 13
const MARGIN_DAYS = 4
const LONGEST_DAYS = 250
const EMPTY_DAYS = 60

/** The days a strip shows and where an instant stands on it. */
export interface StripScale {
  readonly days: readonly string[]
  readonly width: number
  readonly x: (instant: string) => number
  readonly xOfDay: (day: string) => number
}

/** From a few days before the first date of the plan to a few days after its last. */
export function scaleOf(content: PlanContent, frame: PlanFrame): StripScale {
  const windows = [
    ...content.phases,
    ...content.confirms,
    ...content.stages,
    ...(content.umbrella === null ? [] : [content.umbrella]),
  ]
  const dates = [
    ...windows.flatMap(({ opensAt, closesAt }) => [shanghaiDay(new Date(opensAt)), shanghaiDay(new Date(closesAt))]),
    ...[content.announceBy, content.decideBy, content.completeBy].filter((day) => day !== null),
  ].toSorted()
  const first = addDays(dates[0] ?? frame.from, -MARGIN_DAYS)
  const last = addDays(dates.at(-1) ?? addDays(frame.from, EMPTY_DAYS), MARGIN_DAYS)
  const count = Math.min(daysBetween(first, last) + 1, LONGEST_DAYS)
  const start = shanghaiInstant(first, '00:00').getTime()
  return {
    days: Array.from({ length: count }, (_, place) => addDays(first, place)),
    width: count * DAY_WIDTH,
    x: (instant) => ((Date.parse(instant) - start) / 86_400_000) * DAY_WIDTH,
    xOfDay: (day) => daysBetween(first, day) * DAY_WIDTH,
  }
}
