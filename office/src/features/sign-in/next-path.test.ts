import { expect, test } from 'vitest'
import { nextPath } from './next-path.ts'

test.each([
  ['goes home without a wish', '', '/'],
  ['returns to the page that was wanted', 'next=%2Fcases%3Fdue%3Dtoday', '/cases?due=today'],
  ['never leaves for another host', 'next=%2F%2Fevil.example', '/'],
  ['never leaves by a backslash', 'next=%2F%5Cevil.example', '/'],
  ['never leaves for an address with a scheme', 'next=https%3A%2F%2Fevil.example', '/'],
])('%s', (_sentence, search, expected) => {
  expect(nextPath(new URLSearchParams(search))).toBe(expected)
})
