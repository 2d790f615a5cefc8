/** China has one time zone for law and life; the browser's own zone never matters. */
const SHANGHAI = 'Asia/Shanghai'

const INSTANT_PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: SHANGHAI,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

interface Moment {
  readonly day: string
  readonly time: string
}

function momentOf(instant: string): Moment {
  const parts = new Map(INSTANT_PARTS.formatToParts(new Date(instant)).map((part) => [part.type, part.value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
}

/** `2026-09-14` → `2026年9月14日`. Text that is no day comes back unchanged. */
export function formatDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (match === null) return day
  return `${match[1]}年${Number(match[2])}月${Number(match[3])}日`
}

/** ISO instant → `2026年9月14日 17:00` in Shanghai. */
export function formatInstant(instant: string): string {
  const { day, time } = momentOf(instant)
  return `${formatDay(day)} ${time}`
}

/** ISO instant → `2026-09-14 17:00` in Shanghai, for tables. Days stay as they are in tables. */
export function formatInstantShort(instant: string): string {
  const { day, time } = momentOf(instant)
  return `${day} ${time}`
}

/** ISO instant → `17:00` in Shanghai. */
export function formatTime(instant: string): string {
  return momentOf(instant).time
}

/** ISO instant → its legal day `2026-09-14` in Shanghai. */
export function dayOf(instant: string): string {
  return momentOf(instant).day
}

/** Windows are half-open: an end at midnight is said as 24:00 of the day before, which is how notices write it. */
function endMomentOf(to: string): Moment {
  const end = momentOf(to)
  if (end.time !== '00:00') return end
  const lastMinute = new Date(new Date(to).getTime() - 60_000)
  return { day: momentOf(lastMinute.toISOString()).day, time: '24:00' }
}

function withoutRepeatedYear(day: string, yearShown: string): string {
  const text = formatDay(day)
  return day.slice(0, 4) === yearShown ? text.slice(text.indexOf('年') + 1) : text
}

/**
 * A window of two instants: `2026年9月14日 09:00 至 9月25日 17:00`; within one day `2026年9月14日 09:00 至 17:00`.
 */
export function formatWindow(from: string, to: string): string {
  const start = momentOf(from)
  const end = endMomentOf(to)
  const startText = `${formatDay(start.day)} ${start.time}`
  if (start.day === end.day) return `${startText} 至 ${end.time}`
  return `${startText} 至 ${withoutRepeatedYear(end.day, start.day.slice(0, 4))} ${end.time}`
}

/** A range of legal days, both included: `2026年9月14日 至 9月25日`. */
export function formatDays(from: string, to: string): string {
  return from === to ? formatDay(from) : `${formatDay(from)} 至 ${withoutRepeatedYear(to, from.slice(0, 4))}`
}
