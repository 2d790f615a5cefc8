import { expect, test } from 'vitest'
import { dueAfterHold, isDiplomaOverdue, isStoppedByHold, refuseHold } from './case-hold.ts'

const CATALOGUE = [
  { code: 'expert-review', title: '专家评审', stopsClock: true, basis: '《中华人民共和国行政许可法》第四十五条' },
  { code: 'diploma-awaited', title: '等待毕业证书', stopsClock: false, basis: '依据待核' },
]
const NOBODY = { awaitsDiploma: false, withoutDiploma: 'refuse' } as const
const calendar = { coverage: { from: '2026', to: '2026' }, holidays: new Set<string>(), workdays: new Set<string>() }

test('time that is not counted is told in writing (行政许可法 art. 45)', () => {
  const codes = (reason: string, expectedDays: number | null) =>
    refuseHold({ reason, expectedDays }, CATALOGUE, NOBODY).map(({ code }) => code)
  expect(codes('expert-review', null)).toEqual(['decision.hold-days-needed'])
  expect(codes('expert-review', 10)).toEqual([])
  expect(codes('no-reason', 10)).toEqual(['decision.hold-reason-unknown'])
})

test.each([
  [true, 'hold', []],
  [true, 'refuse', ['decision.hold-not-for-diploma']],
  [false, 'hold', ['decision.hold-not-for-diploma']],
] as const)(
  'a case waits for the diploma only where the policy holds: awaits %s, policy %s',
  (awaits, policy, expected) => {
    const facts = { awaitsDiploma: awaits, withoutDiploma: policy }
    expect(
      refuseHold({ reason: 'diploma-awaited', expectedDays: null }, CATALOGUE, facts).map(({ code }) => code),
    ).toEqual(expected)
  },
)

test.each([
  ['held Monday, on again Friday: four days', '2026-10-12', '2026-10-16', true, '2026-12-07'],
  ['held and on again the same day', '2026-10-12', '2026-10-12', true, '2026-12-01'],
  ['over a weekend: two working days', '2026-10-16', '2026-10-20', true, '2026-12-03'],
  ['a weekend alone', '2026-10-17', '2026-10-19', true, '2026-12-01'],
  ['a reason that does not stop the clock', '2026-10-12', '2026-10-16', false, '2026-12-01'],
])('the due day moves by the working days of the hold: %s', (_words, heldOn, resumedOn, stopsClock, due) => {
  expect(dueAfterHold(calendar, { dueOn: '2026-12-01', heldOn, resumedOn, stopsClock }).day).toBe(due)
})

test('a due day that had passed before the hold stays, one of that day moves', () => {
  const hold = { heldOn: '2026-10-13', resumedOn: '2026-10-14', stopsClock: true }
  expect(dueAfterHold(calendar, { ...hold, dueOn: '2026-10-12' }).day).toBe('2026-10-12')
  expect(dueAfterHold(calendar, { ...hold, dueOn: '2026-10-13' }).day).toBe('2026-10-14')
})

test('beyond the published calendar the new day is provisional', () => {
  const hold = { dueOn: '2026-12-31', heldOn: '2026-12-30', resumedOn: '2026-12-31', stopsClock: true }
  expect(dueAfterHold(calendar, hold).provisional).toBe(true)
})

test('the diploma is overdue from the day of the policy on', () => {
  const policy = { by: 'day', on: '2026-07-31', otherwise: 'refuse' } as const
  expect(isDiplomaOverdue(policy, '2026-07-30')).toBe(false)
  expect(isDiplomaOverdue(policy, '2026-07-31')).toBe(true)
  expect(isDiplomaOverdue({ ...policy, on: null }, '2026-01-01')).toBe(true)
  expect(isDiplomaOverdue({ by: 'conclusion', on: null, otherwise: 'hold' }, '2026-01-01')).toBe(true)
})

test('while a case is held nothing is decided, and what it waits for may come', () => {
  expect((['approve', 'refuse', 'review', 'return', 'hold', 'move'] as const).every(isStoppedByHold)).toBe(true)
  expect((['resume', 'record-diploma', 'request-vetting', 'print-receipt'] as const).some(isStoppedByHold)).toBe(false)
})
