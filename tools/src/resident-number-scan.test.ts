import { expect, test } from 'vitest'
import { findRealisticNumbers } from './resident-number-scan.ts'

const TODAY = '2026-11-21'
// Put together here, so that this file itself holds no such number.
const REALISTIC = ['110105', '19491231', '002', 'X'].join('')
const CHILD = ['110101', '20200307', '997', '7'].join('')

test.each([
  ['finds a number that could be a person’s (S-135)', `n: ${REALISTIC};`, [REALISTIC]],
  ['finds it with a small x', REALISTIC.toLowerCase(), [REALISTIC.toLowerCase()]],
  ['lets the synthetic pattern pass', '110101199003079999 330802199912249970', []],
  ['lets a wrong checksum pass', REALISTIC.replace('X', '1'), []],
  ['lets a longer run of digits pass', `9${REALISTIC}`, []],
  ['finds a synthetic sequence with a child’s birth date', CHILD, [CHILD]],
])('%s', (_sentence, text, expected) => {
  expect(findRealisticNumbers(text, TODAY)).toEqual(expected)
})
