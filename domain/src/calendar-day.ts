/**
 * Arithmetic on legal days. A day is `YYYY-MM-DD` in Asia/Shanghai; no time of day and no time zone is involved,
 * so the answer is the same whatever zone the process runs in.
 */
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000

/** Days since 1970-01-01; throws RangeError when the text is no real calendar day. */
function dayNumber(day: string): number {
  const match = DAY_PATTERN.exec(day)
  if (match === null) throw new RangeError(`not a calendar day: ${day}`)
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  if (dayOf(ms / MS_PER_DAY) !== day) throw new RangeError(`not a calendar day: ${day}`)
  return ms / MS_PER_DAY
}

function dayOf(number: number): string {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10)
}

/** True for a day that exists: 2024-02-29 does, 2026-02-29 does not. */
export function isCalendarDay(text: string): boolean {
  const match = DAY_PATTERN.exec(text)
  if (match === null) return false
  return dayOf(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_PER_DAY) === text
}

/** The day `count` days later (earlier when negative). Throws RangeError for a day that does not exist. */
export function addDays(day: string, count: number): string {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of days: ${count}`)
  return dayOf(dayNumber(day) + count)
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** Day of the week, 1 Monday … 7 Sunday (ISO 8601). */
export function weekday(day: string): number {
  // 1970-01-01 was a Thursday; a second modulo keeps days before it in range.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}
