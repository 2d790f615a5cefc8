import { expect, test } from 'vitest'
import { listDraftErrors, parseHours, startPointDraft, toProfile } from './point-draft.ts'

const PROFILE = {
  name: '演示确认点',
  address: '演示路 1 号',
  scope: '全区',
  streets: ['信安街道'],
  types: [1 as const, 2 as const],
  weeklyHours: [
    { day: 1, from: '09:00', to: '12:00' },
    { day: 1, from: '13:30', to: '17:00' },
  ],
  deskCount: 2,
  notices: ['带好材料。'],
  activeFrom: null,
  activeTo: '2027-01-01',
}

test.each([
  ['9:00-12:00，13：30—17:00', ['09:00', '13:30']],
  ['', []],
  ['09:00至12:00', ['09:00']],
])('reads %j', (text, from) => {
  expect(parseHours(1, text)?.map((one) => one.from)).toEqual(from)
})

test.each(['上午', '9-12', '09:00-25:00', '09:00-10:00-11:00'])('does not guess at %j', (text) => {
  expect(parseHours(1, text)).toBeUndefined()
})

test('what is shown and saved again is the same', () => {
  expect(toProfile(startPointDraft(PROFILE))).toEqual(PROFILE)
  expect(listDraftErrors(startPointDraft(PROFILE)).size).toBe(0)
})

test('an empty draft names every missing field at once', () => {
  expect([...listDraftErrors(startPointDraft(undefined)).keys()]).toEqual([
    'name',
    'address',
    'scope',
    'types',
    'deskCount',
  ])
})
