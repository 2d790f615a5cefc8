import { describe, expect, test } from 'vitest'
import { FilingContent, FilingKind } from '@xingtan/contract/office/filing'
import { emptyFiling, filingDueOn, filingKindOf, isFilingLate } from './filing.ts'
import { filingRules as rules } from '../test/filing-example.ts'

const round = { opensOn: '2026-09-11', announceBy: null }

describe('what is filed by whom (PLN-2)', () => {
  test('provinces file notices, cities and counties 实施方案, nobody else anything', () => {
    expect(filingKindOf('province', 'recognition')).toBe('applicant-notice')
    expect(filingKindOf('province', 'registration')).toBe('teacher-notice')
    expect(filingKindOf('city', 'recognition')).toBe('scheme')
    expect(filingKindOf('county', 'recognition')).toBe('scheme')
    expect(filingKindOf('county', 'registration')).toBeNull()
    expect(filingKindOf('nation', 'recognition')).toBeNull()
  })

  test.each(FilingKind.options)('an empty %s is a content of its kind', (kind) => {
    expect(FilingContent.parse(emptyFiling(kind))).toMatchObject({ kind })
  })
})

describe('until when (PLN-4)', () => {
  test('the table by its day of the year, notices before the round', () => {
    expect(filingDueOn({ kind: 'plan-table', year: 2026, round: null }, rules)).toBe('2026-02-28')
    expect(filingDueOn({ kind: 'applicant-notice', year: 2026, round }, rules)).toBe('2026-09-01')
    expect(filingDueOn({ kind: 'teacher-notice', year: 2026, round }, rules)).toBe('2026-09-01')
  })

  test('a day that a year does not have is the next one', () => {
    expect(filingDueOn({ kind: 'plan-table', year: 2026, round: null }, { ...rules, planTableBy: '02-29' })).toBe(
      '2026-03-01',
    )
  })

  test('实施方案 the day before the announcement, or before the round while that is not set', () => {
    const announced = { ...round, announceBy: '2026-09-08' }
    expect(filingDueOn({ kind: 'scheme', year: 2026, round: announced }, rules)).toBe('2026-09-07')
    expect(filingDueOn({ kind: 'scheme', year: 2026, round }, rules)).toBe('2026-09-01')
  })

  test('the last day is still in time, the day after is late, and a filing that is late stays late', () => {
    expect(isFilingLate('2026-09-01', null, '2026-09-01')).toBe(false)
    expect(isFilingLate('2026-09-01', null, '2026-09-02')).toBe(true)
    expect(isFilingLate('2026-09-01', '2026-09-01', '2026-12-31')).toBe(false)
    expect(isFilingLate('2026-09-01', '2026-09-02', '2026-12-31')).toBe(true)
  })
})
