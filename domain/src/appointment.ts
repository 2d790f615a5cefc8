import type { Refusal } from '@xingtan/contract/problem'
import { readableMinute } from './readable-time.ts'
import type { Window } from './window.ts'

const HOUR_MS = 3_600_000

export interface BookableSlot {
  readonly pointId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly capacity: number
  readonly booked: number
  readonly releasedAt: Date | null
  readonly closedAt: Date | null
}

export interface BookingLimits {
  readonly endings: number
  readonly withinDays: number
  readonly coolDownHours: number
}

/**
 * Until when a person who cancelled or changed too often has to wait, or null (S-082). The limit is reached with the
 * `endings`-th ending within the days before the last one; the wait is half-open and counted from the last ending.
 */
export function coolDownUntil(endedAts: readonly Date[], limits: BookingLimits, now: Date): Date | null {
  const [last] = endedAts.toSorted((a, b) => b.getTime() - a.getTime())
  if (last === undefined) return null
  const since = last.getTime() - limits.withinDays * 24 * HOUR_MS
  if (endedAts.filter((at) => at.getTime() > since).length < limits.endings) return null
  const until = new Date(last.getTime() + limits.coolDownHours * HOUR_MS)
  return now < until ? until : null
}

/** Whether a time lies wholly inside one of the windows (half-open). */
export function isInside(
  time: { readonly startsAt: Date; readonly endsAt: Date },
  windows: readonly Window[],
): boolean {
  return windows.some(({ opensAt, closesAt }) => time.startsAt >= opensAt && time.endsAt <= closesAt)
}

export interface BookingFacts {
  readonly slot: BookableSlot
  readonly pointId: string
  readonly windows: readonly Window[]
  readonly now: Date
  /** The plan changed under a booking: its owner goes before the release. */
  readonly isMoving: boolean
}

/** Reasons this slot cannot be booked now, all at once; empty means it can (CNF-1, CNF-6, I-14). */
export function refuseSlot({ slot, pointId, windows, now, isMoving }: BookingFacts): Refusal[] {
  const isReleased = isMoving || (slot.releasedAt !== null && slot.releasedAt <= now)
  const checks: readonly [boolean, Refusal['code']][] = [
    [slot.pointId !== pointId, 'appointment.other-point'],
    [slot.closedAt !== null, 'appointment.slot-gone'],
    [slot.startsAt <= now, 'appointment.slot-past'],
    [!isInside(slot, windows), 'appointment.outside-window'],
    [!isReleased, 'appointment.slot-not-released'],
    [slot.booked >= slot.capacity, 'appointment.slot-full'],
  ]
  return checks.flatMap(([isRefused, code]) => (isRefused ? [{ code }] : []))
}

/** The refusal of a person who has to wait, if any. */
export function refuseCoolDown(until: Date | null): Refusal[] {
  return until === null ? [] : [{ code: 'appointment.cooling-down', values: { until: readableMinute(until) } }]
}
