import { expect, test } from 'vitest'
import { sessionEnd } from './session-end.ts'

const MINUTE = 60_000
const clock = {
  now: '2026-09-14T06:00:00Z',
  idleEndsAt: '2026-09-14T06:30:00Z',
  endsAt: '2026-09-14T18:00:00Z',
  heardAt: 1_000_000,
  lastActivityAt: 0,
}

test('counts the idle time from the answer that told it, a minute short of what the server may have written', () => {
  expect(sessionEnd(clock)).toEqual({ at: 1_000_000 + 29 * MINUTE, isFinal: false })
})

test('moves the idle end on with every answered call', () => {
  const lastActivityAt = clock.heardAt + 10 * MINUTE
  expect(sessionEnd({ ...clock, lastActivityAt }).at).toBe(lastActivityAt + 29 * MINUTE)
})

test('says that the end is final when the fixed end comes first', () => {
  const endsAt = '2026-09-14T06:20:00Z'
  expect(sessionEnd({ ...clock, endsAt })).toEqual({ at: 1_000_000 + 20 * MINUTE, isFinal: true })
})

test('takes an idle time that the fixed end has cut short for the fixed end', () => {
  const end = '2026-09-14T06:20:00Z'
  expect(sessionEnd({ ...clock, idleEndsAt: end, endsAt: end })).toEqual({ at: 1_000_000 + 20 * MINUTE, isFinal: true })
})
