import { describe, expect, test } from 'vitest'
import { lastReviewDay, refuseReviewAnswer, refuseReviewRequest } from './appeal.ts'

const REFUSED = {
  status: 'not-recognised',
  concludedOn: '2026-10-12',
  deliveredOn: null,
  windowDays: 30,
  hasRequest: false,
} as const

describe('asking for a review after 认定未通过 (APP-15)', () => {
  test.each([
    ['on the day of the conclusion', REFUSED, '2026-10-12', []],
    ['on the last day', REFUSED, '2026-11-11', []],
    ['not the day after', REFUSED, '2026-11-12', ['appeal.too-late']],
    ['counted from the delivery where that is known', { ...REFUSED, deliveredOn: '2026-10-20' }, '2026-11-19', []],
    ['not past that either', { ...REFUSED, deliveredOn: '2026-10-20' }, '2026-11-20', ['appeal.too-late']],
    ['once only', { ...REFUSED, hasRequest: true }, '2026-10-13', ['appeal.once']],
    ['not after 认定通过', { ...REFUSED, status: 'recognised' }, '2026-10-13', ['appeal.not-refused']],
    ['not before the conclusion', { ...REFUSED, concludedOn: null }, '2026-10-13', ['appeal.not-refused']],
  ] as const)('%s', (_sentence, facts, today, codes) => {
    expect(refuseReviewRequest(facts, today).map(({ code }) => code)).toEqual(codes)
  })

  test('there is no last day before the conclusion', () => {
    expect(lastReviewDay({ ...REFUSED, concludedOn: null })).toBeNull()
  })

  test.each([
    ['the reviewer', 'a', ['appeal.same-person']],
    ['the approver', 'b', ['appeal.same-person']],
    ['somebody else', 'c', []],
  ])('is answered by others than those who concluded: %s', (_who, person, codes) => {
    const decision = { reviewerPersonId: 'a', approverPersonId: 'b' }
    expect(refuseReviewAnswer(decision, person).map(({ code }) => code)).toEqual(codes)
  })
})
