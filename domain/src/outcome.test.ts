import { expect, test } from 'vitest'
import { isTrouble, provesFact } from './outcome.ts'
import type { Outcome } from './outcome.ts'

const CASES: ReadonlyArray<readonly [sentence: string, outcome: Outcome<null>, proves: boolean, trouble: boolean]> = [
  ['a match proves the fact', { kind: 'match', facts: null }, true, false],
  ['a mismatch proves nothing', { kind: 'mismatch', fields: ['name'] }, false, false],
  ['an unknown person proves nothing', { kind: 'not-found' }, false, false],
  ['a source that is down neither proves nor refuses', { kind: 'source-down', because: 'timeout' }, false, true],
  ['a limit neither proves nor refuses', { kind: 'limited', retryAfterSeconds: 30 }, false, true],
]

test.each(CASES)('S-154: %s', (_sentence, outcome, proves, trouble) => {
  expect(provesFact(outcome)).toBe(proves)
  expect(isTrouble(outcome)).toBe(trouble)
})
