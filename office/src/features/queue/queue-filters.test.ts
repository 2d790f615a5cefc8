import { expect, test } from 'vitest'
import { parseFilters, toggleFilter } from './queue-filters.ts'

test('reads the filters of a shared address', () => {
  expect(parseFilters(new URLSearchParams('stage=awaiting-review&type=3&due=today'))).toEqual({
    stage: 'awaiting-review',
    qualificationType: 3,
    due: 'today',
  })
})

test('leaves out words that are no filter', () => {
  expect(parseFilters(new URLSearchParams('stage=anything&type=99&due=&other=1'))).toEqual({})
})

test('sets one filter and keeps the others', () => {
  expect(toggleFilter(new URLSearchParams('due=today'), 'type', '2')).toBe('/cases?due=today&type=2')
})

test('takes a filter off when it is chosen again', () => {
  expect(toggleFilter(new URLSearchParams('due=today'), 'due', 'today')).toBe('/cases')
})
