import { describe, expect, test } from 'vitest'
import { decideBar, isBarred } from './restriction.ts'
import type { RestrictionEntry } from './restriction.ts'

const lost: RestrictionEntry = { id: 'lost', state: 'effective', kind: 'lost' }
const revoked: RestrictionEntry = { id: 'revoked', state: 'effective', kind: 'revoked-fraud', decidedOn: '2021-03-10' }
const cheated: RestrictionEntry = { id: 'c', state: 'effective', kind: 'exam-cheat', lastBarredDay: '2026-06-30' }
const bannedForLife: RestrictionEntry = { id: 'b', state: 'effective', kind: 'work-ban', lastBarredDay: null }

describe('isBarred', () => {
  test.each([
    ['case 10: a revocation on its fifth anniversary', revoked, '2026-03-10', true],
    ['case 10: a revocation the day after', revoked, '2026-03-11', false],
    ['a revocation on the day itself', revoked, '2021-03-10', true],
    ['a revocation for conduct', { ...revoked, kind: 'revoked-conduct' as const }, '2026-03-10', true],
    [
      'a revocation of 29 February on the last of February',
      { ...revoked, decidedOn: '2024-02-29' },
      '2029-02-28',
      true,
    ],
    ['a revocation of 29 February on 1 March', { ...revoked, decidedOn: '2024-02-29' }, '2029-03-01', false],
    ['loss after fifty years', lost, '2071-01-01', true],
    ['cheating on the last stored day', cheated, '2026-06-30', true],
    ['cheating the day after', cheated, '2026-07-01', false],
    [
      'a revoked kindergarten certificate until its day',
      { ...cheated, kind: 'licence-revoked' as const },
      '2026-06-30',
      true,
    ],
    ['a ban for life', bannedForLife, '2071-01-01', true],
    ['a pending loss', { ...lost, state: 'pending' as const }, '2026-01-01', false],
    ['a lifted loss', { ...lost, state: 'lifted' as const }, '2026-01-01', false],
  ])('APP-12 answers for %s', (_sentence, entry, day, barred) => {
    expect(isBarred([entry], day)).toBe(barred)
  })

  test('APP-12 bars nobody without an entry', () => {
    expect(isBarred([], '2026-01-01')).toBe(false)
  })
})

describe('decideBar', () => {
  test('case 10: names 2026-03-11 as the first allowed day', () => {
    expect(decideBar([revoked], '2026-01-01')).toEqual({
      kind: 'barred',
      entries: [revoked],
      firstAllowedDay: '2026-03-11',
    })
  })

  test('names the first day free of all entries and leaves out those that are over', () => {
    const over: RestrictionEntry = { ...cheated, id: 'over', lastBarredDay: '2025-12-31' }
    expect(decideBar([cheated, revoked, over], '2026-01-01')).toEqual({
      kind: 'barred',
      entries: [cheated, revoked],
      firstAllowedDay: '2026-07-01',
    })
  })

  test('names no day when one of the entries is for life', () => {
    expect(decideBar([lost, cheated], '2026-01-01')).toMatchObject({ kind: 'barred', firstAllowedDay: null })
  })

  test('case 11: a pending entry holds the conclusion', () => {
    const pending: RestrictionEntry = { ...lost, state: 'pending' }
    expect(decideBar([pending], '2026-01-01')).toEqual({ kind: 'held', entries: [pending] })
    expect(decideBar([pending, revoked], '2026-01-01')).toMatchObject({ kind: 'barred', entries: [revoked] })
  })

  test('a pending entry that would be over holds nothing, a lifted one neither', () => {
    const over: RestrictionEntry = { ...revoked, state: 'pending' }
    expect(decideBar([over, { ...lost, state: 'lifted' }], '2026-03-11')).toEqual({ kind: 'clear' })
  })
})
