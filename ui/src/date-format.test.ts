import { describe, expect, test } from 'vitest'
import {
  dayOf,
  formatDay,
  formatDays,
  formatInstant,
  formatInstantShort,
  formatTime,
  formatWindow,
} from './date-format.ts'

describe('dates as the interface writes them', () => {
  test.each([
    ['writes a legal day without leading zeros', formatDay('2026-09-04'), '2026年9月4日'],
    ['leaves text that is no day alone', formatDay('长期'), '长期'],
    ['writes an instant in Shanghai time', formatInstant('2026-09-14T09:00:00Z'), '2026年9月14日 17:00'],
    ['moves an evening in UTC to the next legal day', formatInstant('2026-12-31T16:05:00Z'), '2027年1月1日 00:05'],
    ['keeps the sortable form for tables', formatInstantShort('2026-09-14T09:00:00Z'), '2026-09-14 17:00'],
    ['reads an instant with an offset', formatTime('2026-09-14T14:03:00+08:00'), '14:03'],
    ['finds the legal day of an instant', dayOf('2026-09-14T16:00:00Z'), '2026-09-15'],
    [
      'does not repeat the year of a window',
      formatWindow('2026-09-14T01:00:00Z', '2026-09-25T09:00:00Z'),
      '2026年9月14日 09:00 至 9月25日 17:00',
    ],
    [
      'names both years of a window over New Year',
      formatWindow('2026-12-28T01:00:00Z', '2027-01-04T09:00:00Z'),
      '2026年12月28日 09:00 至 2027年1月4日 17:00',
    ],
    [
      'names the day of a window within one day once',
      formatWindow('2026-09-14T01:00:00Z', '2026-09-14T09:00:00Z'),
      '2026年9月14日 09:00 至 17:00',
    ],
    [
      'says an end at midnight as 24:00 of the last day',
      formatWindow('2026-09-14T01:00:00Z', '2026-09-25T16:00:00Z'),
      '2026年9月14日 09:00 至 9月25日 24:00',
    ],
    ['joins two days', formatDays('2026-09-14', '2026-10-02'), '2026年9月14日 至 10月2日'],
    ['says a range of one day as a day', formatDays('2026-09-14', '2026-09-14'), '2026年9月14日'],
  ])('%s', (_sentence, written, expected) => {
    expect(written).toBe(expected)
  })
})

test('writes Shanghai time when the machine lives elsewhere', () => {
  const before = process.env['TZ']
  process.env['TZ'] = 'America/Los_Angeles'
  try {
    expect(formatInstant('2026-09-14T09:00:00Z')).toBe('2026年9月14日 17:00')
    expect(dayOf('2026-09-14T16:00:00Z')).toBe('2026-09-15')
  } finally {
    process.env['TZ'] = before
  }
})
