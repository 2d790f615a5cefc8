import { expect, test } from 'vitest'
import { renderCalendarFeed, renderCalendarFile } from './calendar-file.ts'

const entry = {
  uid: 'confirmation-1',
  title: '教师资格认定现场确认',
  startsAt: '2026-10-12T01:00:00Z',
  endsAt: '2026-10-12T09:00:00Z',
  madeAt: '2026-09-14T06:03:00Z',
  place: '衢州学院行政楼108; 柯城区',
  text: '请携带：身份证原件，体检表。\n迟到请重新预约。这一行写得很长，是为了看看折行时会不会把一个汉字从中间断开。',
}

test('writes times in UTC and reminds a day before', () => {
  const text = renderCalendarFile(entry)
  expect(text).toContain('DTSTART:20261012T010000Z\r\n')
  expect(text).toContain('DTSTAMP:20260914T060300Z\r\n')
  expect(text).toContain('TRIGGER:-P1D\r\n')
})

test('escapes separators and line breaks', () => {
  const unfolded = renderCalendarFile(entry).replaceAll('\r\n ', '')
  expect(unfolded).toContain('LOCATION:衢州学院行政楼108\\; 柯城区')
  expect(unfolded).toContain('体检表。\\n迟到请重新预约。')
})

test('folds at 75 bytes without breaking a character', () => {
  const lines = renderCalendarFile(entry).split('\r\n')
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(renderCalendarFile(entry)).not.toContain('\ufffd')
})

test('a feed has a name, is asked for again, and no text breaks out of its line', () => {
  const text = renderCalendarFeed({
    name: '柯城区教育局, 教师资格认定日程',
    entries: [entry, { ...entry, uid: 'confirmation-2', title: '确认\rEND:VCALENDAR\nUID:1' }],
  })
  const unfolded = text.replaceAll('\r\n ', '')
  expect(unfolded).toContain('X-WR-CALNAME:柯城区教育局\\, 教师资格认定日程\r\n')
  expect(unfolded).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n')
  expect(unfolded.match(/^BEGIN:VEVENT$/gm)).toHaveLength(2)
  expect(unfolded.match(/^END:VCALENDAR$/gm)).toHaveLength(1)
  expect(unfolded).toContain('SUMMARY:确认\\nEND:VCALENDAR\\nUID:1')
})
