import { describe, expect, test } from 'vitest'
import { DAY, READY, STUDENT, codesOf, enrolled, free, identity, policiesWith } from '../test/ready-draft.ts'
import { isDiplomaRequired } from './application-degree.ts'
import type { DraftFacts } from './application-draft.ts'

describe('step 2 (APP-3)', () => {
  test.each<[string, Partial<DraftFacts>, string[]]>([
    ['no route', { steps: identity({ route: null }) }, ['application.route-needed']],
    ['a route not served yet', { steps: identity({ route: 'exempt-reform' }) }, ['application.route-unsupported']],
    ['no proof', { examProof: null }, ['application.exam-proof-needed']],
    [
      'a proof that ended yesterday',
      { examProof: { ...free, type: 3, subjectName: '语文', validUntil: '2026-10-11' } },
      ['application.exam-proof-expired'],
    ],
    ['a proof on its last day', { examProof: { ...free, type: 3, subjectName: '语文', validUntil: DAY } }, []],
    [
      'a proof another application holds',
      { examProof: { state: 'match', heldBy: '123456789012345', type: 3, subjectName: '语文', validUntil: DAY } },
      ['application.exam-proof-held'],
    ],
    ['no Putonghua', { putonghua: null }, ['application.putonghua-needed']],
    ['Putonghua below the floor', { putonghua: { ...free, grade: '3A' } }, ['application.putonghua-below']],
    [
      'Putonghua of another person',
      { putonghua: { state: 'mismatch', heldBy: null, grade: null } },
      ['application.putonghua-unproven'],
    ],
    ['Putonghua whose source is down', { putonghua: { state: 'source-down', heldBy: null, grade: null } }, []],
    ['Putonghua still being asked about', { putonghua: { state: 'waiting', heldBy: null, grade: null } }, []],
    ['nothing said of being a student', { steps: identity({ isStudent: null }) }, ['application.student-needed']],
    ['no education', { education: null }, ['application.education-needed']],
    [
      'an education not found',
      { education: { state: 'not-found', heldBy: null, level: null, conclusion: null } },
      ['application.education-unproven'],
    ],
    [
      'an education whose source limits us',
      { education: { state: 'limited', heldBy: null, level: null, conclusion: null } },
      [],
    ],
    [
      '结业',
      { education: { ...free, level: 'bachelor', conclusion: '结业' } },
      ['application.education-not-graduated'],
    ],
    [
      '专科 for 初级中学 in Zhejiang',
      { education: { ...free, level: 'associate', conclusion: '毕业' } },
      ['application.degree-below'],
    ],
    [
      '专科 for 初级中学 by the national rule',
      {
        education: { ...free, level: 'associate', conclusion: '毕业' },
        policies: policiesWith({ level: 'associate' }),
      },
      [],
    ],
    ['a degree not found', { degree: { state: 'not-found', heldBy: null } }, ['application.degree-unproven']],
  ])('%s', (_sentence, change, codes) => {
    expect(codesOf({ ...READY, ...change })).toEqual(codes)
  })

  test.each<[string, Partial<DraftFacts>, string[]]>([
    ['without enrolment', { enrolment: null }, ['application.enrolment-needed']],
    ['on leave', { enrolment: { ...enrolled, status: '休学' } }, ['application.enrolment-status']],
    ['not known to 学信网', { enrolment: { ...enrolled, state: 'not-found' } }, ['application.enrolment-unproven']],
    ['while 学信网 is down', { enrolment: { ...enrolled, state: 'source-down', status: null } }, []],
    [
      'in the year before the last',
      { enrolment: { ...enrolled, expectedGraduationOn: '2028-06-30' } },
      ['application.not-final-year'],
    ],
    ['of a 专科', { enrolment: { ...enrolled, level: 'associate' } }, ['application.degree-below']],
  ])('a student %s', (_sentence, change, codes) => {
    expect(codesOf({ ...STUDENT, ...change })).toEqual(codes)
  })

  test('a student waits for the diploma unless a held 学历 is enough (domain §9.1)', () => {
    expect(isDiplomaRequired(STUDENT)).toBe(true)
    const postgraduate = {
      ...STUDENT,
      education: READY.education,
      enrolment: { ...enrolled, level: 'master', expectedGraduationOn: '2029-06-30' },
    } as const
    expect(isDiplomaRequired(postgraduate)).toBe(false)
    expect(codesOf(postgraduate)).toEqual([])
    expect(isDiplomaRequired(READY)).toBe(false)
  })

  test('a place that raises the floor for 语文 or frees the old from it is obeyed (domain §4)', () => {
    const raises = [{ types: [3 as const], subjectName: '语文', grade: '2A' as const }]
    const facts = { ...READY, policies: policiesWith({ raises, exemptFromAge: 50 }) }
    expect(codesOf(facts)).toEqual(['application.putonghua-below'])
    const old = { ...facts, putonghua: null, person: { sex: 'male', birthOn: '1976-10-12' } } as const
    expect(codesOf(old)).toEqual([])
    expect(codesOf({ ...old, person: { sex: 'male', birthOn: '1976-10-13' } })).toEqual([
      'application.putonghua-needed',
    ])
  })
})
