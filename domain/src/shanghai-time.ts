import { isCalendarDay } from './calendar-day.ts'

/**
 * Asia/Shanghai is +08:00 all year. Summer time was kept from 1986 to 1991; no legal clock of this system reaches
 * back to those years, so the offset is fixed and the zone of the process never matters (R-049, S-075).
 */
const OFFSET_MS = 8 * 3_600_000
const TIME_PATTERN = /^(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{3})?)?|24:00)$/

/** The legal day `YYYY-MM-DD` in Asia/Shanghai on which the instant falls. */
export function shanghaiDay(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10)
}

/** The time of day `HH:mm` in Asia/Shanghai of the instant; seconds are cut off, never rounded up. */
export function shanghaiTime(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16)
}

/**
 * The instant at which a Shanghai clock shows `time` on `day`.
 * @param time `HH:mm`, `HH:mm:ss` or `HH:mm:ss.SSS`; `24:00` is the end of the day, as notices write it
 * @throws RangeError when the day does not exist or the time is not a time of day
 */
export function shanghaiInstant(day: string, time: string): Date {
  if (!isCalendarDay(day)) throw new RangeError(`not a calendar day: ${day}`)
  if (!TIME_PATTERN.test(time)) throw new RangeError(`not a time of day: ${time}`)
  return new Date(`${day}T${time}+08:00`)
}
