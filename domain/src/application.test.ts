import { describe, expect, test } from 'vitest'
import {
  ACTIONS_BY_STATE,
  type CaseEventKind,
  type CaseFacts,
  EVENTS,
  canDo,
  caseStateOf,
  foldState,
  listApplicantActions,
  stageOf,
  statusOf,
} from './application.ts'

const SUBMITTED: CaseFacts = {
  isWithdrawn: false,
  confirmation: null,
  crimeCleared: false,
  offenceCleared: false,
  vettingHit: false,
  diplomaRequired: false,
  hasDiploma: false,
  review: null,
  conclusion: null,
}
const CONFIRMED: CaseFacts = { ...SUBMITTED, confirmation: 'accepted' }
const CLEARED: CaseFacts = { ...CONFIRMED, crimeCleared: true, offenceCleared: true }

test.each([
  ['a case just handed in', SUBMITTED, 'awaiting-confirmation', 'awaiting-confirmation'],
  ['one the desk refused', { ...SUBMITTED, confirmation: 'refused' }, 'confirmation-refused', 'closed'],
  ['one the desk accepted', CONFIRMED, 'awaiting-approval', 'vetting'],
  ['one with one check still out', { ...CONFIRMED, crimeCleared: true }, 'awaiting-approval', 'vetting'],
  ['one with a hit', { ...CONFIRMED, vettingHit: true }, 'awaiting-approval', 'awaiting-review'],
  ['one with all checks clear', CLEARED, 'awaiting-approval', 'awaiting-review'],
  ['a student without diploma', { ...CLEARED, diplomaRequired: true }, 'awaiting-approval', 'awaiting-diploma'],
  [
    'a student with diploma',
    { ...CLEARED, diplomaRequired: true, hasDiploma: true },
    'awaiting-approval',
    'awaiting-review',
  ],
  ['one reviewed', { ...CLEARED, review: 'pass' }, 'awaiting-approval', 'awaiting-approval'],
  ['one recognised', { ...CLEARED, review: 'pass', conclusion: 'passed' }, 'recognised', 'closed'],
  ['one not recognised', { ...CLEARED, review: 'fail', conclusion: 'failed' }, 'not-recognised', 'closed'],
  ['one withdrawn', { ...SUBMITTED, isWithdrawn: true }, 'awaiting-confirmation', 'closed'],
] as const)('%s has the status and stage that follow from its facts (APP-9)', (_sentence, facts, status, stage) => {
  expect({ status: statusOf(facts), stage: stageOf(facts) }).toEqual({ status, stage })
})

describe('the action table', () => {
  test('the applicant amends and withdraws before the confirmation only (APP-10, APP-15)', () => {
    const states = Object.keys(ACTIONS_BY_STATE)
    const may = (action: 'amend' | 'withdraw') =>
      Object.entries(ACTIONS_BY_STATE).flatMap(([state, roles]) => (roles.applicant.includes(action) ? [state] : []))
    expect(may('amend')).toEqual(['awaiting-confirmation'])
    expect(may('withdraw')).toEqual(['awaiting-confirmation'])
    expect(states).toHaveLength(6)
  })

  test('nobody does anything with a withdrawn case', () => {
    expect(Object.values(ACTIONS_BY_STATE.withdrawn).flat()).toEqual([])
    expect(caseStateOf({ ...CONFIRMED, isWithdrawn: true })).toBe('withdrawn')
  })

  test.each([
    ['confirm', 'awaiting-confirmation', 'confirm', true],
    ['review', 'awaiting-confirmation', 'review', false],
    ['review', 'awaiting-approval', 'review', true],
    ['review', 'awaiting-approval', 'approve', false],
    ['approve', 'awaiting-approval', 'approve', true],
    ['approve', 'awaiting-approval', 'review', false],
    ['approve', 'recognised', 'return', false],
    ['confirm', 'confirmation-refused', 'return', true],
    ['vet', 'awaiting-approval', 'request-vetting', true],
  ] as const)('role %s in %s: %s is %s (DEC-3)', (role, state, action, allowed) => {
    expect(canDo(state, [role], action)).toBe(allowed)
  })

  test('lists what the page offers, in its order', () => {
    expect(listApplicantActions('awaiting-confirmation')).toEqual(['amend', 'withdraw', 'preview-form'])
    expect(listApplicantActions('recognised')).toEqual(['preview-form'])
  })
})

describe('I-08, I-09: a history leads to its state', () => {
  test.each<[string, CaseEventKind[], string | undefined]>([
    ['handed in, amended, confirmed', ['submitted', 'amended', 'confirmed'], 'awaiting-approval'],
    ['refused and sent back', ['submitted', 'confirmation-refused', 'returned'], 'awaiting-confirmation'],
    ['sent back after acceptance', ['submitted', 'confirmed', 'returned'], 'awaiting-confirmation'],
    [
      'to the certificate',
      ['submitted', 'confirmed', 'vetting-recorded', 'diploma-recorded', 'reviewed', 'recognised'],
      'recognised',
    ],
    ['withdrawn', ['submitted', 'withdrawn'], 'withdrawn'],
    ['nothing', [], undefined],
    ['confirmed before it was handed in', ['confirmed'], undefined],
    ['withdrawn after confirmation', ['submitted', 'confirmed', 'withdrawn'], undefined],
    ['decided twice', ['submitted', 'confirmed', 'recognised', 'not-recognised'], undefined],
  ])('%s', (_sentence, events, state) => {
    expect(foldState(events)).toBe(state)
  })

  test('nothing follows a conclusion or a withdrawal but its correction by two persons, and a refusal goes over with its agency (DEC-5, ADM-2)', () => {
    expect(foldState(['submitted', 'confirmed', 'not-recognised', 'corrected'])).toBe('awaiting-approval')
    for (const [kind, { from }] of Object.entries(EVENTS)) {
      if (kind === 'corrected') continue
      if (kind === 'succeeded') {
        expect(from).not.toContain('recognised')
        expect(from).not.toContain('withdrawn')
        continue
      }
      for (const over of ['recognised', 'not-recognised', 'withdrawn'] as const) expect(from).not.toContain(over)
    }
  })
})
