import { describe, expect, test } from 'vitest'
import {
  type SuccessionFacts,
  isHeldOn,
  nextAgencyCode,
  refuseEnd,
  refuseGrant,
  refuseSuccession,
} from './agency-power.ts'

const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

describe('认定权限', () => {
  test.each([
    ['is not held the day before it begins', '2026-02-28', false],
    ['is held on its first day', '2026-03-01', true],
    ['is held on the day before its end', '2026-08-31', true],
    ['is not held on the day it ends', '2026-09-01', false],
  ])('%s', (_sentence, day, isHeld) => {
    expect(isHeldOn({ heldFrom: '2026-03-01', heldTo: '2026-09-01' }, day)).toBe(isHeld)
  })

  test('without an end is held on any later day', () => {
    expect(isHeldOn({ heldFrom: '2026-03-01', heldTo: null }, '2099-01-01')).toBe(true)
  })

  const power = { qualificationType: 2, heldFrom: '2020-01-01', heldTo: '2026-09-01' } as const
  test.each([
    ['may begin today', [], '2026-10-12', []],
    ['may not begin yesterday', [], '2026-10-11', ['agency.power-backdated']],
    ['may begin again on the day the earlier one ends', [{ ...power, heldTo: '2026-11-01' }], '2026-11-01', []],
    ['may not begin while it is held', [{ ...power, heldTo: '2026-11-02' }], '2026-11-01', ['agency.power-held']],
    ['may not begin under one without an end', [{ ...power, heldTo: null }], '2026-11-01', ['agency.power-held']],
    [
      'says both reasons at once',
      [{ ...power, heldTo: null }],
      '2026-10-11',
      ['agency.power-backdated', 'agency.power-held'],
    ],
  ])('%s', (_sentence, held, heldFrom, refused) => {
    expect(codes(refuseGrant(held, { qualificationType: 2, heldFrom }, '2026-10-12'))).toEqual(refused)
  })

  test('of another type does not stand in the way', () => {
    const other = { ...power, qualificationType: 1, heldTo: null } as const
    expect(refuseGrant([other], { qualificationType: 2, heldFrom: '2026-11-01' }, '2026-10-12')).toEqual([])
  })

  test.each([
    ['may end today', { ...power, heldTo: null }, '2026-10-12', []],
    ['may not end yesterday', { ...power, heldTo: null }, '2026-10-11', ['agency.power-backdated']],
    ['may not end twice', power, '2026-10-12', ['agency.power-over']],
    ['may get another end while it is held', { ...power, heldTo: '2026-12-01' }, '2026-11-01', []],
    [
      'may not end before it begins',
      { ...power, heldFrom: '2027-01-01', heldTo: null },
      '2027-01-01',
      ['agency.power-over'],
    ],
  ])('%s', (_sentence, held, heldTo, refused) => {
    expect(codes(refuseEnd(held, heldTo, '2026-10-12'))).toEqual(refused)
  })
})

describe('接替', () => {
  const facts: SuccessionFacts = {
    old: { code: '33075', name: '柯城区教育局', level: 'county', status: 'active', types: [1, 2, 3] },
    heir: { code: '33076', name: '衢江区教育局', level: 'county', status: 'active', types: [1, 2, 3] },
    belowCount: 0,
    isOrdered: false,
    heirEnds: false,
  }
  test.each<[string, SuccessionFacts, string[]]>([
    ['may be ordered between two agencies that stand', facts, []],
    ['needs two agencies', { ...facts, heir: facts.old }, ['succession.same-agency']],
    ['never ends the nation', { ...facts, old: { ...facts.old, level: 'nation' } }, ['succession.nation']],
    ['never leads to the nation', { ...facts, heir: { ...facts.heir, level: 'nation' } }, ['succession.nation']],
    ['needs a successor that stands', { ...facts, heir: { ...facts.heir, status: 'succeeded' } }, ['agency.ended']],
    ['is ordered once', { ...facts, isOrdered: true }, ['succession.ordered-already']],
    ['does not lead to one that ends itself', { ...facts, heirEnds: true }, ['succession.successor-ends']],
    ['leaves nobody below without an office', { ...facts, belowCount: 2 }, ['succession.has-below']],
    [
      'leaves no type without an office',
      { ...facts, heir: { ...facts.heir, types: [1] } },
      ['succession.successor-lacks-power'],
    ],
    [
      'says everything at once',
      { ...facts, isOrdered: true, belowCount: 1, heir: { ...facts.heir, types: [] } },
      ['succession.ordered-already', 'succession.has-below', 'succession.successor-lacks-power'],
    ],
  ])('%s', (_sentence, given, refused) => {
    expect(codes(refuseSuccession(given))).toEqual(refused)
  })
})

describe('机构代码', () => {
  test('is the lowest that was never given', () => {
    expect(nextAgencyCode('33', ['33001', '33002', '33004'])).toBe('33003')
  })
  test('ends at 999', () => {
    const all = Array.from({ length: 999 }, (_none, index) => `33${String(index + 1).padStart(3, '0')}`)
    expect(nextAgencyCode('33', all)).toBeUndefined()
  })
})
