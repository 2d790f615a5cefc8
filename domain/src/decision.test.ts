import { describe, expect, test } from 'vitest'
import { type RecognitionFacts, concludedStatus, refuseAct, refuseApproval, refuseTwoPersons } from './decision.ts'

const good: RecognitionFacts = {
  crime: 'clear',
  offence: 'clear',
  crimeMaxAgeDays: 90,
  offenceMaxAgeDays: 90,
  diplomaRequired: true,
  hasDiploma: true,
  medical: { conclusion: 'qualified', examinedOn: '2026-04-15' },
  medicalValidityDays: 180,
  bar: 'clear',
  photoIsFrozen: true,
  unproven: [],
}
const review = { opinion: 'pass' as const, reviewerPersonId: 'one' }
const codes = (changed: Partial<RecognitionFacts>, by: Partial<{ opinion: 'pass' | 'fail' }> = {}, approver = 'two') =>
  refuseApproval({ ...good, ...changed, review: { ...review, ...by }, approverPersonId: approver }, '2026-10-12').map(
    ({ code }) => code,
  )

describe('what stands against 认定通过', () => {
  test.each([
    ['nothing, on the last good day of the medical conclusion', {}, []],
    ['no crime check', { crime: 'not-requested' }, ['decision.vetting-missing']],
    ['a check that runs', { offence: 'requested' }, ['decision.vetting-waiting']],
    ['a check without result', { offence: 'error' }, ['decision.vetting-error']],
    ['a result that is too old', { crime: 'stale' }, ['decision.vetting-stale']],
    ['a finding', { crime: 'hit' }, ['decision.vetting-attention']],
    ['a bar', { bar: 'barred' }, ['decision.barred']],
    ['a pending bar', { bar: 'held' }, ['decision.held']],
    ['no diploma', { hasDiploma: false }, ['decision.diploma-missing']],
    ['no medical conclusion', { medical: null }, ['decision.medical-missing']],
    ['an old one', { medical: { conclusion: 'qualified', examinedOn: '2026-04-14' } }, ['decision.medical-old']],
    [
      'one of the future',
      { medical: { conclusion: 'qualified', examinedOn: '2026-10-13' } },
      ['decision.medical-unqualified'],
    ],
    ['不合格', { medical: { conclusion: 'unqualified', examinedOn: '2026-10-01' } }, ['decision.medical-unqualified']],
    ['another photo (S-079)', { photoIsFrozen: false }, ['decision.photo-changed']],
    ['an unproven line', { unproven: ['学历'] }, ['decision.evidence-unproven']],
    [
      'all at once',
      { crime: 'hit', bar: 'held', medical: null },
      ['decision.vetting-attention', 'decision.held', 'decision.medical-missing'],
    ],
  ] as const)('%s', (_words, changed, expected) => {
    expect(codes(changed)).toEqual(expected)
  })

  test('needs a review by another person that says yes (S-057)', () => {
    expect(refuseTwoPersons(null, 'two').map(({ code }) => code)).toEqual(['decision.review-needed'])
    expect(codes({}, {}, 'one')).toEqual(['decision.same-person'])
    expect(codes({}, { opinion: 'fail' })).toEqual(['decision.review-not-pass'])
  })
})

describe('the table of states before every act', () => {
  const found = { state: 'awaiting-approval', version: 3 } as const

  test.each([
    ['allows the act of the role on the version seen', { action: 'approve', roles: ['approve'], version: 3 }, []],
    ['refuses an older version', { action: 'approve', roles: ['approve'], version: 2 }, ['case.changed']],
    ['takes no version where none is asked', { action: 'approve', roles: ['approve'], version: null }, []],
    ['refuses another role', { action: 'approve', roles: ['review'], version: 3 }, ['case.not-now']],
    ['refuses another state', { action: 'confirm', roles: ['confirm'], version: 3 }, ['case.not-now']],
  ] as const)('%s', (_words, wanted, expected) => {
    expect(refuseAct(found, wanted).map(({ code }) => code)).toEqual(expected)
  })

  test('names the status after a conclusion', () => {
    expect([concludedStatus('passed'), concludedStatus('failed')]).toEqual(['recognised', 'not-recognised'])
  })
})
