import { describe, expect, test } from 'vitest'
import { coolDownUntil, refuseCoolDown, refuseSlot } from './appointment.ts'

const at = (text: string) => new Date(`2026-10-12T${text}+08:00`)
const WINDOWS = [{ opensAt: at('08:00:00'), closesAt: at('12:00:00') }]
const SLOT = {
  pointId: 'p',
  startsAt: at('10:00:00'),
  endsAt: at('11:00:00'),
  capacity: 2,
  booked: 1,
  releasedAt: at('07:00:00'),
  closedAt: null,
}

describe('booking a slot (CNF-1, CNF-6)', () => {
  test.each([
    ['a free slot', {}, []],
    ['of another point', { pointId: 'q' }, ['appointment.other-point']],
    ['closed', { closedAt: at('07:00:00') }, ['appointment.slot-gone']],
    ['begun this instant', { startsAt: at('09:00:00') }, ['appointment.slot-past']],
    ['a moment later', { startsAt: at('09:00:01') }, []],
    ['ending with the window', { endsAt: at('12:00:00') }, []],
    ['ending after it', { endsAt: at('12:00:01') }, ['appointment.outside-window']],
    ['not drawn yet', { releasedAt: null }, ['appointment.slot-not-released']],
    ['released this instant', { releasedAt: at('09:00:00') }, []],
    ['released later', { releasedAt: at('09:00:01') }, ['appointment.slot-not-released']],
    ['full', { booked: 2 }, ['appointment.slot-full']],
    ['full and closed', { booked: 2, closedAt: at('07:00:00') }, ['appointment.slot-gone', 'appointment.slot-full']],
  ])('%s', (_words, change, codes) => {
    const facts = { slot: { ...SLOT, ...change }, pointId: 'p', windows: WINDOWS, now: at('09:00:00'), isMoving: false }
    expect(refuseSlot(facts).map(({ code }) => code)).toEqual(codes)
  })

  test('whoever has to move goes before the release', () => {
    const facts = { slot: { ...SLOT, releasedAt: null }, pointId: 'p', windows: WINDOWS, now: at('09:00:00') }
    expect(refuseSlot({ ...facts, isMoving: true })).toEqual([])
  })
})

describe('cool-down (S-082)', () => {
  const limits = { endings: 3, withinDays: 7, coolDownHours: 24 }
  const three = [at('09:00:00'), at('09:10:00'), at('09:20:00')]
  test.each([
    ['nobody ended anything', [], '10:00:00', null],
    ['two endings', three.slice(1), '10:00:00', null],
    ['three endings', three, '10:00:00', new Date('2026-10-13T09:20:00+08:00')],
    [
      'one of them exactly seven days before',
      [...three.slice(1), new Date('2026-10-05T09:20:00+08:00')],
      '10:00:00',
      null,
    ],
  ])('%s', (_words, endings, now, until) => {
    expect(coolDownUntil(endings, limits, at(now))).toEqual(until)
  })

  test('is over at the instant it names', () => {
    const until = new Date('2026-10-13T09:20:00+08:00')
    expect(coolDownUntil(three, limits, new Date(until.getTime() - 1))).toEqual(until)
    expect(coolDownUntil(three, limits, until)).toBeNull()
  })

  test('is told with its end', () => {
    expect(refuseCoolDown(null)).toEqual([])
    expect(refuseCoolDown(at('09:00:00'))).toMatchObject([{ code: 'appointment.cooling-down' }])
  })
})
