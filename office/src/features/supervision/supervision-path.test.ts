import { expect, test } from 'vitest'
import { boardPath, casesPath, parseDue } from './supervision-path.ts'

test('a filtered list has an address of its own', () => {
  expect(casesPath('33075', 'overdue')).toBe('/supervision/agencies/33075/cases?due=overdue')
  expect(casesPath('33075')).toBe('/supervision/agencies/33075/cases')
  expect(boardPath('33009')).toBe('/supervision/agencies/33009')
})

test('words that are no filter are left out', () => {
  expect(parseDue(new URLSearchParams('due=today'))).toBe('today')
  expect(parseDue(new URLSearchParams('due=always'))).toBeUndefined()
  expect(parseDue(new URLSearchParams(''))).toBeUndefined()
})
