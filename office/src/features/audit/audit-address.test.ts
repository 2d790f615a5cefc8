import { expect, test } from 'vitest'
import { addressOf, readValues, toFilter } from './audit-address.ts'

const EMPTY = readValues(new URLSearchParams())

test('a day is asked about from its midnight in Shanghai to the next one', () => {
  expect(toFilter({ ...EMPTY, from: '2026-10-12', to: '2026-10-12' })).toEqual({
    from: '2026-10-11T16:00:00.000Z',
    to: '2026-10-12T16:00:00.000Z',
  })
})

test('what is empty is not asked, and an address says what was asked', () => {
  const values = { ...EMPTY, event: 'decision.approve', outcome: 'denied' }
  expect(toFilter(values)).toEqual({ event: 'decision.approve', outcome: 'denied' })
  const address = addressOf(values)
  expect(address).toBe('/audit?event=decision.approve&outcome=denied')
  expect(readValues(new URLSearchParams(address.split('?')[1]))).toEqual(values)
  expect(addressOf(EMPTY)).toBe('/audit')
})

test.each([
  ['an event with other letters', { event: '审批' }],
  ['an agency that is no code', { agencyCode: '柯城' }],
])('%s is no question', (_sentence, change) => {
  expect(toFilter({ ...EMPTY, ...change })).toBeUndefined()
})
