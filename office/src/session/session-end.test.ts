import { expect, test } from 'vitest'
import { sessionEnd, type SessionClock } from './session-end.ts'

const heardAt = 1_000_000
const clock: SessionClock = {
  now: '2026-11-21T02:00:00Z',
  idleEndsAt: '2026-11-21T02:30:00Z',
  endsAt: '2026-11-21T10:00:00Z',
  heardAt,
  lastActivityAt: 0,
}
const minutes = (count: number) => count * 60_000

test('ends after the idle time when nothing is asked', () => {
  expect(sessionEnd(clock)).toEqual({ at: heardAt + minutes(30), isFinal: false })
})

test('an answered call moves the idle end on', () => {
  const later = heardAt + minutes(20)
  expect(sessionEnd({ ...clock, lastActivityAt: later })).toEqual({ at: later + minutes(30), isFinal: false })
})

test('activity never moves the fixed end', () => {
  const late = heardAt + minutes(475)
  expect(sessionEnd({ ...clock, lastActivityAt: late })).toEqual({ at: heardAt + minutes(480), isFinal: true })
})
