import { describe, expect, test } from 'vitest'
import { isUnproven, refuseNewRule, refuseRuleEnd } from './policy-change.ts'

const TODAY = '2026-10-12'
const row = (effectiveFrom: string, effectiveTo: string | null = null) => ({
  scope: '330000',
  effectiveFrom,
  effectiveTo,
})
const codesOf = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

describe('refuseNewRule (ADM-3)', () => {
  test.each([
    ['a rule from today', row(TODAY), []],
    ['a rule from yesterday', row('2026-10-11'), ['policy.starts-in-past']],
    ['an end on the first day', row(TODAY, TODAY), ['policy.ends-before-start']],
    ['a single day', row(TODAY, '2026-10-13'), []],
    ['the day another begins', row('2027-01-01', '2027-02-01'), ['policy.starts-same-day']],
    ['over the beginning of another', row('2026-12-01'), []],
  ])('%s', (_sentence, rule, codes) => {
    expect(codesOf(refuseNewRule([row('2020-01-01', '2027-01-01'), row('2027-01-01')], rule, TODAY))).toEqual(
      rule.effectiveTo === null && rule.effectiveFrom < '2027-01-01' ? [...codes, 'policy.overlaps-later'] : codes,
    )
  })

  test('the nation may have an end only where the next rule begins', () => {
    const nation = { ...row('2026-11-01', '2027-01-01'), scope: 'nation' }
    expect(codesOf(refuseNewRule([row('2027-01-01')], nation, TODAY))).toEqual([])
    expect(codesOf(refuseNewRule([], nation, TODAY))).toEqual(['policy.nation-needs-rule'])
  })
})

describe('refuseRuleEnd (ADM-3)', () => {
  const end = (effectiveTo: string, scope = '330000') => ({ scope, effectiveFrom: '2026-01-01', effectiveTo })
  test.each([
    ['tomorrow', [row('2026-01-01')], end('2026-10-13'), []],
    ['today', [row('2026-01-01')], end(TODAY), ['policy.end-not-ahead']],
    ['a rule that is not there', [], end('2026-10-13'), ['policy.no-open-rule']],
    ['a rule that ends already', [row('2026-01-01', '2027-01-01')], end('2026-10-13'), ['policy.no-open-rule']],
    ['the rule of the nation', [row('2026-01-01')], end('2026-10-13', 'nation'), ['policy.nation-needs-rule']],
  ])('%s', (_sentence, rows, wish, codes) => {
    expect(codesOf(refuseRuleEnd(rows, wish, TODAY))).toEqual(codes)
  })
})

test('依据待核 is read from the source', () => {
  expect([isUnproven('公开资料整理，依据待核'), isUnproven('教师法第十一条')]).toEqual([true, false])
})
