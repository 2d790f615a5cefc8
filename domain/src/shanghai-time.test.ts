import { afterEach, describe, expect, test } from 'vitest'
import { shanghaiDay, shanghaiInstant, shanghaiTime } from './shanghai-time.ts'

// The compiler settings of this workspace leave Node out; the tests alone reach for the zone of the process.
const environment: Record<string, string | undefined> = globalThis.process?.env ?? {}
const zoneBefore = environment['TZ']
afterEach(() => {
  if (zoneBefore === undefined) delete environment['TZ']
  else environment['TZ'] = zoneBefore
})

describe.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'])(
  'in a process whose zone is %s (R-049, S-075)',
  (zone) => {
    test('the zone is really that of the process', () => {
      environment['TZ'] = zone
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
    })

    test.each([
      ['the last millisecond of a Shanghai day', '2026-09-14T15:59:59.999Z', '2026-09-14', '23:59'],
      ['the first millisecond of the next Shanghai day', '2026-09-14T16:00:00.000Z', '2026-09-15', '00:00'],
      [
        'the first eight hours of a Shanghai day, still yesterday in UTC',
        '2026-09-14T20:00:00Z',
        '2026-09-15',
        '04:00',
      ],
      ['New Year in Shanghai', '2026-12-31T16:00:00Z', '2027-01-01', '00:00'],
      ['29 February', '2024-02-28T16:00:00Z', '2024-02-29', '00:00'],
      ['the hour New York skips in March', '2026-03-08T07:30:00Z', '2026-03-08', '15:30'],
    ])('%s', (_sentence, instant, day, time) => {
      environment['TZ'] = zone
      expect(shanghaiDay(new Date(instant))).toBe(day)
      expect(shanghaiTime(new Date(instant))).toBe(time)
    })

    test('17:00 on the last day of a window is one instant', () => {
      environment['TZ'] = zone
      expect(shanghaiInstant('2026-09-14', '17:00').toISOString()).toBe('2026-09-14T09:00:00.000Z')
    })
  },
)

test('a window ending at 17:00 is half open to the millisecond (S-075)', () => {
  const end = shanghaiInstant('2024-09-25', '17:00')
  const last = new Date('2024-09-25T16:59:59.999+08:00')
  expect(last < end).toBe(true)
  expect(new Date('2024-09-25T17:00:00.000+08:00') < end).toBe(false)
})

test('24:00 is the first instant of the next day', () => {
  expect(shanghaiInstant('2026-12-31', '24:00')).toEqual(shanghaiInstant('2027-01-01', '00:00'))
})

test('seconds and milliseconds are kept', () => {
  expect(shanghaiInstant('2026-09-14', '16:59:59.999').toISOString()).toBe('2026-09-14T08:59:59.999Z')
  expect(shanghaiInstant('2026-09-14', '16:59:59').toISOString()).toBe('2026-09-14T08:59:59.000Z')
})

test.each([
  ['2026-02-29', '10:00'],
  ['2026-09-14', '25:00'],
  ['2026-09-14', '24:01'],
  ['2026-09-14', '9:00'],
  ['2026-09-14', '17:60'],
  ['2026-9-14', '17:00'],
])('refuses %s %s', (day, time) => {
  expect(() => shanghaiInstant(day, time)).toThrow(RangeError)
})
