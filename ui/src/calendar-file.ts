/** What goes into a person's own calendar. */
export interface CalendarEntry {
  /** Stays the same when the entry is fetched again, so that it replaces the earlier one. */
  readonly uid: string
  readonly title: string
  /** ISO instants. */
  readonly startsAt: string
  readonly endsAt: string
  /** When the file was made: the server's ISO instant. */
  readonly madeAt: string
  readonly place?: string
  readonly text?: string
}

const LINE_BYTES = 74

function stamp(instant: string): string {
  return new Date(instant)
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d{3}/, '')
}

function escape(text: string): string {
  return text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r?\n/g, '\\n')
}

/** Lines are folded at 75 bytes, and never inside a character (RFC 5545 §3.1). */
function fold(line: string): string {
  const encoder = new TextEncoder()
  const lines: string[] = []
  let current = ''
  for (const character of line) {
    if (encoder.encode(current + character).length > LINE_BYTES) {
      lines.push(current)
      current = ' '
    }
    current += character
  }
  return [...lines, current].join('\r\n')
}

/** One entry as a calendar file (RFC 5545) that reminds a day before. Times travel in UTC and show as local ones. */
export function renderCalendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Xingtan//Portal//ZH',
    'BEGIN:VEVENT',
    `UID:${escape(entry.uid)}`,
    `DTSTAMP:${stamp(entry.madeAt)}`,
    `DTSTART:${stamp(entry.startsAt)}`,
    `DTEND:${stamp(entry.endsAt)}`,
    `SUMMARY:${escape(entry.title)}`,
    ...(entry.place === undefined ? [] : [`LOCATION:${escape(entry.place)}`]),
    ...(entry.text === undefined ? [] : [`DESCRIPTION:${escape(entry.text)}`]),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escape(entry.title)}`,
    'TRIGGER:-P1D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
