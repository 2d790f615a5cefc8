/** How long before its end the page warns: 60 s by the interface rule, and time to read. WCAG 2.2.1. */
export const WARN_BEFORE_MS = 120_000

/** The server writes activity down once a minute, so the session may end that much earlier than our own count says. */
const WRITTEN_EVERY_MS = 60_000

export interface SessionClock {
  /** What the server said: its own present and the two ends, ISO instants. */
  readonly now: string
  readonly idleEndsAt: string
  readonly endsAt: string
  /** When that was heard, in milliseconds of this computer's clock. */
  readonly heardAt: number
  /** Last answered call, same clock; 0 when there was none. */
  readonly lastActivityAt: number
}

export interface SessionEnd {
  /** When the session ends by this computer's clock, milliseconds. */
  readonly at: number
  /** True when nothing the person does moves the end. */
  readonly isFinal: boolean
}

/**
 * When this session ends, whichever end comes first: idle time counted from the last answered call, or the fixed end.
 * Only differences of server times are used, so a wrong clock of the computer does not matter.
 */
export function sessionEnd(clock: SessionClock): SessionEnd {
  const serverNow = Date.parse(clock.now)
  const fixedEnd = clock.heardAt + Date.parse(clock.endsAt) - serverNow
  const idleMs = Date.parse(clock.idleEndsAt) - serverNow - WRITTEN_EVERY_MS
  const idleEnd = Math.max(clock.heardAt, clock.lastActivityAt) + idleMs
  return idleEnd < fixedEnd - WRITTEN_EVERY_MS ? { at: idleEnd, isFinal: false } : { at: fixedEnd, isFinal: true }
}
