import { expect, test } from 'vitest'
import { isProofOfWork, solveProofOfWork } from './proof-of-work.ts'

const challenge = 'register:5f1c'

test('S-016: what the solver finds is accepted', () => {
  const counter = solveProofOfWork({ challenge, difficultyBits: 12 })
  expect(isProofOfWork({ challenge, counter, difficultyBits: 12 })).toBe(true)
})

test('a known answer stays valid, so that browser and server cannot drift apart', () => {
  expect(solveProofOfWork({ challenge, difficultyBits: 10 })).toBe('3965')
})

test('the first counter of 8 bits is not enough for 24', () => {
  const counter = solveProofOfWork({ challenge, difficultyBits: 8 })
  expect(isProofOfWork({ challenge, counter, difficultyBits: 24 })).toBe(false)
})

test('a counter counts for its own challenge only', () => {
  const counter = solveProofOfWork({ challenge, difficultyBits: 12 })
  expect(isProofOfWork({ challenge: 'register:5f1d', counter, difficultyBits: 12 })).toBe(false)
})

test.each([
  ['empty', ''],
  ['too long', '0'.repeat(17)],
  ['of other characters', '１'],
  ['not decimal', '1e3'],
  ['multi-line', '0\n'],
])('a counter that is %s is refused whatever it hashes to', (_sentence, counter) => {
  expect(isProofOfWork({ challenge, counter, difficultyBits: 0 })).toBe(false)
})

test('bits are counted across whole bytes', () => {
  const counter = solveProofOfWork({ challenge, difficultyBits: 9 })
  expect(isProofOfWork({ challenge, counter, difficultyBits: 8 })).toBe(true)
})
