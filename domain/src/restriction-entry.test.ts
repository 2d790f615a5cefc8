import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RestrictionKind } from '@xingtan/contract/restriction-kind'
import {
  type EntryScope,
  RESTRICTION_ACTIONS,
  type TypedEntry,
  checkName,
  lastDayOf,
  refuseEntry,
  refuseEntryAct,
} from './restriction-entry.ts'

const GOOD: TypedEntry = {
  name: '赵杏坛',
  documentType: 'resident-id',
  documentNumber: '330802199912249970',
  kind: 'exam-cheat',
  decidedOn: '2026-10-01',
  endsOn: '2029-09-30',
  lateReason: null,
}
const codes = (change: Partial<TypedEntry>, today = '2026-10-12') =>
  refuseEntry({ ...GOOD, ...change }, today, 15).map(({ code }) => code)

test('a sound entry is not refused (RES-1)', () => {
  expect(codes({})).toEqual([])
})

test.each<[string, Partial<TypedEntry>, string[]]>([
  ['a wrong check digit', { documentNumber: '330802199912249971' }, ['restriction.number-wrong']],
  ['a number of another document', { documentType: 'hk-macao-permit' }, ['restriction.number-wrong']],
  ['a decision of tomorrow', { decidedOn: '2026-10-13' }, ['restriction.decided-in-future']],
  ['an end before the decision', { endsOn: '2026-09-30' }, ['restriction.end-before-decision']],
  ['cheating without an end', { endsOn: null }, ['restriction.end-needed']],
  ['a typed end where the law fixes it', { kind: 'lost' }, ['restriction.end-fixed-by-law']],
  [
    'everything at once',
    { documentNumber: '1', decidedOn: '2026-10-13', endsOn: null },
    ['restriction.number-wrong', 'restriction.decided-in-future', 'restriction.end-needed'],
  ],
])('S-074: refuses %s', (_words, change, expected) => {
  expect(codes(change)).toEqual(expected)
})

test('asks why from the sixteenth day after the decision on, not on the fifteenth (RES-1)', () => {
  expect(codes({}, '2026-10-16')).toEqual([])
  expect(codes({}, '2026-10-17')).toEqual(['restriction.late-reason-needed'])
  expect(codes({ lateReason: '决定书送达较晚。' }, '2026-10-17')).toEqual([])
})

test('a revocation of 2021-03-10 bars through 2026-03-10, a loss for life (domain §23 case 10)', () => {
  expect(lastDayOf({ kind: 'revoked-fraud', decidedOn: '2021-03-10', endsOn: null })).toBe('2026-03-10')
  expect(lastDayOf({ kind: 'lost', decidedOn: '2021-03-10', endsOn: null })).toBeNull()
  expect(lastDayOf({ kind: 'work-ban', decidedOn: '2021-03-10', endsOn: null })).toBeNull()
  expect(lastDayOf({ kind: 'exam-cheat', decidedOn: '2021-03-10', endsOn: '2024-03-09' })).toBe('2024-03-09')
})

test('no kind ever ends before its decision', () => {
  const kinds = ['lost', 'revoked-fraud', 'revoked-conduct', 'exam-cheat', 'licence-revoked', 'work-ban'] as const
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  const dayText = day.map((instant) => instant.toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.constantFrom<RestrictionKind>(...kinds), dayText, dayText, (kind, decidedOn, endsOn) => {
      const entry = { ...GOOD, kind, decidedOn, endsOn }
      fc.pre(!refuseEntry(entry, '2031-01-01', 20_000).some(({ code }) => code === 'restriction.end-before-decision'))
      const last = lastDayOf(entry)
      expect(last === null || last >= decidedOn).toBe(true)
    }),
  )
})

test('a name is the same in its variant spellings, different otherwise, unknown without a proven account (RES-2)', () => {
  expect(checkName('阿依古丽·买买提', ['阿依古丽•买买提'])).toBe('same')
  expect(checkName('赵杏坛', ['赵杏檀'])).toBe('different')
  expect(checkName('赵杏坛', [])).toBe('unknown')
})

const SCOPE: EntryScope = {
  state: 'pending',
  enteredBy: 'clerk',
  agencyCode: '33075',
  agencyName: '柯城区教育局',
  reviewAgencyCode: '33009',
  reviewAgencyName: '衢州市教育局',
  isBeingCorrected: false,
}
const CLERK = { personId: 'clerk', agencyCode: '33075' }
const CITY = { personId: 'reviewer', agencyCode: '33009' }

test('S-054: each act is refused in every state but its own', () => {
  // The keys of this very table.
  for (const state of Object.keys(RESTRICTION_ACTIONS) as (keyof typeof RESTRICTION_ACTIONS)[]) {
    for (const action of ['review', 'correct', 'release'] as const) {
      const officer = action === 'review' ? CITY : CLERK
      const isAllowed = refuseEntryAct(action, { ...SCOPE, state }, officer).length === 0
      expect(isAllowed, `${state} ${action}`).toBe(RESTRICTION_ACTIONS[state].some((one) => one === action))
    }
  }
})

test('S-074: only the level above reviews, and never the person who entered it', () => {
  const why = (officer: typeof CITY) => refuseEntryAct('review', SCOPE, officer).map(({ code }) => code)
  expect(why(CITY)).toEqual([])
  expect(why(CLERK)).toEqual(['restriction.other-level'])
  expect(why({ personId: 'clerk', agencyCode: '33009' })).toEqual(['restriction.same-person'])
  expect(why({ personId: 'other', agencyCode: '33000' })).toEqual(['restriction.other-level'])
})

test('a correction begins at the agency that entered it, one at a time (RES-3)', () => {
  const effective = { ...SCOPE, state: 'effective' as const }
  expect(refuseEntryAct('correct', effective, CLERK)).toEqual([])
  expect(refuseEntryAct('correct', effective, CITY).map(({ code }) => code)).toEqual(['restriction.own-agency-only'])
  expect(refuseEntryAct('release', { ...effective, isBeingCorrected: true }, CLERK).map(({ code }) => code)).toEqual([
    'restriction.not-in-force',
  ])
})
