import { describe, expect, test } from 'vitest'
import { shanghaiInstant } from './shanghai-time.ts'
import { openState, reopensAt, windowState } from './window.ts'
import type { OpeningFacts, Window } from './window.ts'

const at = (text: string): Date => shanghaiInstant(text.slice(0, 10), text.slice(11))
const between = (opensAt: string, closesAt: string): Window => ({ opensAt: at(opensAt), closesAt: at(closesAt) })

const facts: OpeningFacts = {
  national: [between('2026-03-20 00:00', '2026-07-24 24:00'), between('2026-09-11 00:00', '2026-12-25 24:00')],
  closures: [
    { ...between('2026-06-01 00:00', '2026-06-07 24:00'), reason: '高考期间系统维护' },
    { ...between('2026-10-01 00:00', '2026-10-08 24:00'), reason: '国庆期间系统维护' },
  ],
  province: {
    network: between('2026-09-14 08:00', '2026-10-23 17:00'),
    confirm: between('2026-09-21 08:00', '2026-10-30 17:00'),
  },
  agency: {
    network: between('2026-09-15 08:30', '2026-10-16 17:00'),
    confirm: between('2026-09-21 08:30', '2026-10-28 17:00'),
  },
  point: {
    network: between('2026-09-15 08:30', '2026-10-16 17:00'),
    confirm: between('2026-09-28 08:30', '2026-10-23 16:00'),
  },
  kind: 'network',
}

describe('windowState', () => {
  test.each([
    ['2026-09-15 08:29:59.999', 'before'],
    ['2026-09-15 08:30:00.000', 'open'],
    ['2026-10-16 16:59:59.999', 'open'],
    ['2026-10-16 17:00:00.000', 'after'],
  ])('S-075 case 2: %s is %s', (instant, state) => {
    expect(windowState(between('2026-09-15 08:30', '2026-10-16 17:00'), at(instant))).toBe(state)
  })
})

describe('openState', () => {
  test('S-075 case 2: is open at 16:59:59.999 and says when it closes', () => {
    expect(openState(facts, at('2026-10-16 16:59:59.999'))).toEqual({ kind: 'open', closesAt: at('2026-10-16 17:00') })
  })

  test('S-075 case 2: is closed at 17:00:00.000 for good', () => {
    expect(openState(facts, at('2026-10-16 17:00:00.000'))).toEqual({
      kind: 'closed',
      level: 'agency',
      because: 'over',
      until: null,
      opensAt: null,
      reason: null,
    })
  })

  test('PUB-7 closes at the start of a maintenance interval, not only at the end of the plan', () => {
    expect(openState(facts, at('2026-09-20 12:00'))).toEqual({ kind: 'open', closesAt: at('2026-10-01 00:00') })
  })

  test('PUB-7 tells why maintenance closes it and until when', () => {
    expect(openState(facts, at('2026-10-01 00:00'))).toEqual({
      kind: 'closed',
      level: 'maintenance',
      because: 'maintenance',
      until: at('2026-10-08 24:00'),
      opensAt: at('2026-10-08 24:00'),
      reason: '国庆期间系统维护',
    })
  })

  test.each([
    ['before the first half', '2026-03-19 23:59:59.999', 'nation', 'not-yet', '2026-03-20 00:00'],
    ['between the halves', '2026-08-01 10:00', 'nation', 'not-yet', '2026-09-11 00:00'],
    ['after the second half', '2026-12-26 00:00', 'nation', 'over', null],
    ['in the maintenance of the first half', '2026-06-03 10:00', 'maintenance', 'maintenance', '2026-06-07 24:00'],
    ['before the province opens', '2026-09-12 10:00', 'province', 'not-yet', '2026-09-14 08:00'],
    ['before the agency opens', '2026-09-15 08:29:59.999', 'agency', 'not-yet', '2026-09-15 08:30'],
    ['after the province closes', '2026-10-23 17:00', 'province', 'over', null],
  ])('PUB-7 names the level that is shut %s', (_sentence, now, level, because, until) => {
    expect(openState(facts, at(now))).toMatchObject({
      kind: 'closed',
      level,
      because,
      until: until === null ? null : at(until),
    })
  })

  test('PUB-7 tells the time when all levels are open, beside the one at which the level that is shut opens', () => {
    expect(openState(facts, at('2026-08-01 10:00'))).toMatchObject({
      until: at('2026-09-11 00:00'),
      opensAt: at('2026-09-15 08:30'),
    })
  })

  test('PLN-4 judges 确认 by the windows of 确认, the point last', () => {
    const confirm = { ...facts, kind: 'confirm' as const }
    expect(openState(confirm, at('2026-09-24 10:00'))).toMatchObject({ level: 'point', until: at('2026-09-28 08:30') })
    expect(openState(confirm, at('2026-10-23 15:59'))).toEqual({ kind: 'open', closesAt: at('2026-10-23 16:00') })
    expect(openState(confirm, at('2026-10-23 16:00'))).toMatchObject({ level: 'point', because: 'over' })
  })

  test('PLN-4 a point without times of its own keeps those of its agency', () => {
    const confirm = { ...facts, kind: 'confirm' as const, point: null }
    expect(openState(confirm, at('2026-09-24 10:00'))).toEqual({ kind: 'open', closesAt: at('2026-10-01 00:00') })
  })

  test.each([
    ['nation', { national: [] }],
    ['province', { province: null }],
    ['agency', { agency: null }],
  ])('PUB-7 is closed when the %s has no plan', (level, change) => {
    expect(openState({ ...facts, ...change }, at('2026-09-20 10:00'))).toMatchObject({
      kind: 'closed',
      level,
      because: 'no-plan',
      until: null,
      opensAt: null,
    })
  })

  test('PLN-4 a window that reaches beyond its parent closes with the parent', () => {
    const always = between('2026-09-01 00:00', '2026-12-31 24:00')
    const endless = { network: always, confirm: always }
    const beyond = { ...facts, agency: endless }
    expect(openState({ ...beyond, point: null }, at('2026-10-20 10:00'))).toEqual({
      kind: 'open',
      closesAt: at('2026-10-23 17:00'),
    })
  })
})

describe('reopensAt', () => {
  const closures = [
    { ...between('2026-06-01 00:00', '2026-06-07 24:00'), reason: '系统维护' },
    { ...between('2026-06-08 00:00', '2026-06-08 06:00'), reason: '继续维护' },
  ]
  test.each([
    ['2026-05-31 23:59:59.999', null],
    ['2026-06-01 00:00:00.000', '2026-06-08 06:00'],
    ['2026-06-07 23:59:59.999', '2026-06-08 06:00'],
    ['2026-06-08 05:59:59.999', '2026-06-08 06:00'],
    ['2026-06-08 06:00:00.000', null],
  ])('S-078: %s opens again at %s, to the millisecond', (now, expected) => {
    expect(reopensAt(closures, at(now))?.at ?? null).toEqual(expected === null ? null : at(expected))
  })

  test('S-078: says why it is shut now', () => {
    expect(reopensAt(closures, at('2026-06-03 12:00'))?.reason).toBe('系统维护')
    expect(reopensAt([], at('2026-06-03 12:00'))).toBeNull()
  })
})
