import {
  CONSULTATION_KIND_TITLES,
  ConsultationKind,
  OUTCOMES_BY_KIND,
  TOPICS_BY_KIND,
} from '@xingtan/contract/consultation'
import { ConsultationAction } from '@xingtan/contract/office/consultation'
import { describe, expect, test } from 'vitest'
import {
  type HandledItem,
  type Submission,
  dueAfterTransfer,
  isConsultationOverdue,
  receiverOf,
  refuseHandling,
  refuseOutcome,
  refuseSubmission,
  refuseTransfer,
} from './consultation.ts'
import type { Calendar } from './working-day.ts'

const QUESTION: Submission = { kind: 'consultation', topic: 'recognition', title: '收不到短信验证码', contact: 'phone' }
const codesOf = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code)

describe('what is taken in', () => {
  test.each<[string, Partial<Submission>, string[]]>([
    ['a question of somebody with a phone', {}, []],
    ['a report of nobody', { kind: 'fraud', topic: 'materials', contact: 'anonymous' }, []],
    ['a topic of another kind', { topic: 'exam' }, ['consultation.topic-mismatch']],
    ['a question of nobody', { contact: 'anonymous' }, ['consultation.anonymous-kind']],
    ['a phone number in the title', { title: '请回电 199 0000 0001' }, ['consultation.title-number']],
    [
      'a document number in full-width digits',
      { title: '３３０６０２１９９８０９１９９９６６' },
      ['consultation.title-number'],
    ],
    ['a year in the title', { title: '2026年认定2026-10-12' }, []],
    [
      'everything wrong at once',
      { kind: 'complaint', topic: 'account', title: '19900000001', contact: 'anonymous' },
      ['consultation.topic-mismatch', 'consultation.title-number', 'consultation.anonymous-kind'],
    ],
  ])('%s', (_sentence, change, codes) => {
    expect(codesOf(refuseSubmission({ ...QUESTION, ...change }))).toEqual(codes)
  })

  test('every kind has a title, topics and outcomes', () => {
    for (const kind of ConsultationKind.options) {
      expect(CONSULTATION_KIND_TITLES[kind]).not.toBe('')
      expect(TOPICS_BY_KIND[kind].length).toBeGreaterThan(2)
      expect(OUTCOMES_BY_KIND[kind].length).toBeGreaterThan(2)
    }
  })
})

test('a complaint goes to the level above, everything else to whom it was written', () => {
  const county = { code: '33075', parentCode: '33009' }
  expect(receiverOf('consultation', county)).toBe('33075')
  expect(receiverOf('fraud', county)).toBe('33075')
  expect(receiverOf('complaint', county)).toBe('33009')
  expect(receiverOf('complaint', { code: '33001', parentCode: null })).toBe('00000')
})

const CALENDAR: Calendar = { coverage: { from: '2026', to: '2026' }, holidays: new Set(), workdays: new Set() }

test.each([
  // Monday 2026-10-12; three working days after it are Thursday the 15th.
  ['keeps a deadline that leaves time', '2026-10-16', '2026-10-16'],
  ['keeps one on the very day', '2026-10-15', '2026-10-15'],
  ['moves one that is too near', '2026-10-14', '2026-10-15'],
  ['moves one that is over', '2026-10-09', '2026-10-15'],
])('a transfer %s', (_sentence, dueOn, expected) => {
  const due = dueAfterTransfer(CALENDAR, { day: dueOn, provisional: false }, { today: '2026-10-12', atLeast: 3 })
  expect(due.day).toBe(expected)
})

const ITEM: HandledItem = { kind: 'fraud', state: 'working', agencyCode: '33075', contact: 'phone' }

test.each<[string, Partial<HandledItem>, string, ConsultationAction[]]>([
  ['an open report', {}, '33075', ['assign', 'answer', 'transfer', 'refer', 'reveal']],
  ['one of somebody who gave no name', { contact: 'anonymous' }, '33075', ['assign', 'answer', 'transfer', 'refer']],
  ['a question', { kind: 'consultation' }, '33075', ['assign', 'answer', 'transfer', 'reveal']],
  ['an answered report', { state: 'answered' }, '33075', ['refer', 'reveal']],
  ['one on another desk', {}, '33009', []],
])('what may be done with %s', (_sentence, change, agencyCode, allowed) => {
  const may = ConsultationAction.options.filter(
    (action) => refuseHandling(action, { ...ITEM, ...change }, agencyCode).length === 0,
  )
  expect(may).toEqual(allowed)
})

test('an outcome belongs to its kind', () => {
  expect(refuseOutcome('consultation', 'explained')).toEqual([])
  expect(codesOf(refuseOutcome('consultation', 'confirmed'))).toEqual(['consultation.outcome-mismatch'])
})

test('nobody gets the complaint about himself, and an item is not passed on for ever', () => {
  const move = { to: '33075', subjectAgencyCode: null, transfers: 2, most: 3 }
  expect(refuseTransfer(move)).toEqual([])
  expect(codesOf(refuseTransfer({ ...move, subjectAgencyCode: '33075', transfers: 3 }))).toEqual([
    'consultation.target-subject',
    'consultation.transfers-over',
  ])
})

test('is overdue from the day after the due day, and never once it is answered', () => {
  expect(isConsultationOverdue({ state: 'received', dueOn: '2026-10-12' }, '2026-10-12')).toBe(false)
  expect(isConsultationOverdue({ state: 'received', dueOn: '2026-10-12' }, '2026-10-13')).toBe(true)
  expect(isConsultationOverdue({ state: 'answered', dueOn: '2026-10-12' }, '2026-10-13')).toBe(false)
})
