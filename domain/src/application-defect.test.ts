import type { DraftSteps } from '@xingtan/contract/application'
import { sentenceOf } from '@xingtan/contract/problem'
import { describe, expect, test } from 'vitest'
import { DAY, READY, STEPS, STUDENT, agency, codesOf, details, free, policiesWith } from '../test/ready-draft.ts'
import { defectsOf } from './application-defect.ts'
import type { DraftFacts } from './application-draft.ts'

test('a finished draft has no defects', () => {
  expect(codesOf(READY)).toEqual([])
  expect(codesOf(STUDENT)).toEqual([])
})

describe('step 1 (APP-2, S-055)', () => {
  test.each([
    [{ agreed: false, offenceQueryAuthorised: true }, 'application.agreement-needed'],
    [{ agreed: true, offenceQueryAuthorised: false }, 'application.authorisation-needed'],
  ] as const)('%o', (agreement, code) => {
    expect(codesOf({ ...READY, steps: { ...STEPS, agreement } })).toEqual([code])
  })
})

describe('step 3 (APP-4)', () => {
  test.each<[string, Partial<DraftFacts>, string[]]>([
    ['no basis', { steps: agency({ areaBasis: null }) }, ['application.area-basis-needed']],
    [
      'a basis the agency does not accept',
      { policies: policiesWith({ allowed: ['residence-permit'] }) },
      ['application.area-basis-not-allowed'],
    ],
    [
      '就读学校 without being a student',
      { steps: agency({ areaBasis: 'student' }) },
      ['application.area-basis-student'],
    ],
    ['no region', { steps: agency({ regionCode: null }) }, ['application.region-needed']],
    ['no address', { steps: agency({ address: ' ' }) }, ['application.address-needed']],
    ['no agency', { steps: agency({ agencyCode: null }) }, ['application.agency-needed']],
    ['an agency without this power', { recognisingAgencyCode: '33800' }, ['application.agency-wrong']],
    ['no point', { steps: agency({ pointId: null }) }, ['application.point-needed']],
    ['a point of another agency', { pointAgencyCode: '33802' }, ['application.point-wrong']],
    ['no type', { steps: agency({ qualificationType: null }) }, ['application.type-needed']],
    [
      'another type',
      { examProof: { ...free, type: 2, subjectName: '语文', validUntil: DAY } },
      ['application.type-differs'],
    ],
    ['no subject', { subjectName: null }, ['application.subject-needed']],
    ['another subject', { subjectName: '数学' }, ['application.subject-differs']],
    [
      'the same subject under its older name (domain §23 case 18)',
      { subjectName: '道德与法治', examProof: { ...free, type: 3, subjectName: '思想品德', validUntil: DAY } },
      [],
    ],
    ['somebody past retirement', { person: { sex: 'male', birthOn: '1961-03-01' } }, ['application.past-retirement']],
  ])('%s', (_sentence, change, codes) => {
    expect(codesOf({ ...READY, ...change })).toEqual(codes)
  })
})

describe('step 4 (APP-5)', () => {
  test.each<[string, Partial<DraftFacts>, string[]]>([
    ['no photo', { hasPhoto: false }, ['application.photo-needed']],
    ['no signature', { steps: details({ signatureId: null }) }, ['application.signature-needed']],
    [
      'a signature of another text or draft (S-081)',
      { signedPromiseVersion: null },
      ['application.signature-outdated'],
    ],
    ['no collection', { steps: details({ collection: null }) }, ['application.collection-needed']],
    ['mail without address', { steps: details({ collection: 'mail' }) }, ['application.mailing-address-needed']],
    ['no career', { steps: details({ resume: [] }) }, ['application.resume-needed']],
    [
      'a row without place',
      { steps: details({ resume: [{ fromMonth: '2018-09', toMonth: null, place: '', role: '学生', witness: null }] }) },
      ['application.resume-row'],
    ],
    [
      'a row that ends before it begins',
      {
        steps: details({
          resume: [{ fromMonth: '2018-09', toMonth: '2018-08', place: '甲', role: '学生', witness: null }],
        }),
      },
      ['application.resume-row'],
    ],
    ['an unknown occupation', { steps: details({ occupationCode: '88' }) }, ['application.occupation-needed']],
    ['no place of work', { steps: details({ workplace: null }) }, ['application.workplace-needed']],
    ['no place of work of somebody without work', { steps: details({ workplace: null, occupationCode: '12' }) }, []],
    ['no title', { steps: details({ titleCode: null }) }, ['application.title-needed']],
    ['no political status', { steps: details({ politicalStatusCode: null }) }, ['application.political-status-needed']],
  ])('%s', (_sentence, change, codes) => {
    expect(codesOf({ ...READY, ...change })).toEqual(codes)
  })
})

test.each<[string, Partial<DraftSteps>, string]>([
  ['step 5 unconfirmed', { review: { confirmed: false } }, 'application.review-needed'],
  ['step 6 unread', { notices: { read: false } }, 'application.notices-needed'],
  ['step 7 open', { promise: { agreed: null } }, 'application.promise-needed'],
  ['step 7 refused', { promise: { agreed: false } }, 'application.promise-refused'],
])('%s (APP-6, S-055)', (_sentence, change, code) => {
  expect(codesOf({ ...READY, steps: { ...STEPS, ...change } })).toEqual([code])
})

test('every defect is a full sentence that names a basis where the law gives one', () => {
  const empty = {
    ...READY,
    examProof: null,
    putonghua: null,
    education: null,
    degree: null,
    steps: agency({ areaBasis: null }),
  }
  for (const defect of defectsOf(empty, DAY)) expect(sentenceOf(defect)).toMatch(/。$/)
})
