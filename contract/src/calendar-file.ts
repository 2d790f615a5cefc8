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

/** A calendar that people subscribe to: its name, and that it is asked for again twice a day. */
export interface CalendarFeed {
  readonly name: string
  readonly entries: readonly CalendarEntry[]
}

const LINE_BYTES = 74

function stamp(instant: string): string {
  return new Date(instant)
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d{3}/, '')
}

function escape(text: string): string {
  return text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r\n|[\r\n]/g, '\\n')
}

/** Bytes of a character in UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** Lines are folded at 75 bytes, and never inside a character (RFC 5545 §3.1). */
function fold(line: string): string {
  const lines: string[] = []
  let current = ''
  let length = 0
  for (const character of line) {
    const bytes = bytesOf(character)
    if (length + bytes > LINE_BYTES) {
      lines.push(current)
      current = ' '
      length = 1
    }
    current += character
    length += bytes
  }
  return [...lines, current].join('\r\n')
}

function linesOf(entry: CalendarEntry, more: readonly string[]): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escape(entry.uid)}`,
    `DTSTAMP:${stamp(entry.madeAt)}`,
    `DTSTART:${stamp(entry.startsAt)}`,
    `DTEND:${stamp(entry.endsAt)}`,
    `SUMMARY:${escape(entry.title)}`,
    ...(entry.place === undefined ? [] : [`LOCATION:${escape(entry.place)}`]),
    ...(entry.text === undefined ? [] : [`DESCRIPTION:${escape(entry.text)}`]),
    ...more,
    'END:VEVENT',
  ]
}

function render(lines: readonly string[]): string {
  const whole = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Xingtan//Portal//ZH', ...lines, 'END:VCALENDAR']
  return `${whole.map(fold).join('\r\n')}\r\n`
}

/** One entry as a calendar file (RFC 5545) that reminds a day before. Times travel in UTC and show as local ones. */
export function renderCalendarFile(entry: CalendarEntry): string {
  const title = escape(entry.title)
  const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${title}`, 'TRIGGER:-P1D', 'END:VALARM']
  return render(linesOf(entry, alarm))
}

/** Many entries as a feed (RFC 5545, RFC 7986): an entry that moves keeps its uid and moves in every calendar. */
export function renderCalendarFeed({ name, entries }: CalendarFeed): string {
  return render([
    'METHOD:PUBLISH',
    `NAME:${escape(name)}`,
    `X-WR-CALNAME:${escape(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...entries.flatMap((entry) => linesOf(entry, [])),
  ])
}
