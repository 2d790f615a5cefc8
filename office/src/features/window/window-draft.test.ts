import { expect, test } from 'vitest'
import { EMPTY_DRAFT, toChange, toTyped } from './window-draft.ts'

test('an instant stands in the field as the minute in Shanghai and goes back as it was', () => {
  const [opensAt, closesAt] = ['2027-05-31T16:00:00.000Z', '2027-06-06T16:00:00.000Z']
  expect(toTyped(opensAt)).toBe('2027-06-01T00:00')
  const draft = { ...EMPTY_DRAFT, opensAt: toTyped(opensAt), closesAt: toTyped(closesAt), sentence: '系统维护。' }
  expect(toChange('closure', draft, 'row')).toEqual({
    kind: 'closure',
    id: 'row',
    opensAt,
    closesAt,
    sentence: '系统维护。',
  })
})

test('a new one has no id, and an order of extension names its round', () => {
  expect(toChange('round', EMPTY_DRAFT, null)).toMatchObject({ id: null })
  expect(toChange('extension', { ...EMPTY_DRAFT, roundId: 'r' }, null)).toMatchObject({ roundId: 'r' })
})
