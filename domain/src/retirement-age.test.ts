import { expect, test } from 'vitest'
import { hasReachedRetirement, retirementAgeMonths } from './retirement-age.ts'

const POLICY = {
  male: { from: 720, to: 756, step: 4, firstBirthMonth: '1965-01' },
  femaleCadre: { from: 660, to: 696, step: 4, firstBirthMonth: '1970-01' },
  femaleWorker: { from: 600, to: 660, step: 2, firstBirthMonth: '1975-01' },
  femaleTrack: 'femaleCadre',
} as const

test.each([
  ['a man born before the reform reaches it at 60', 'male', '1964-12-31', 720],
  ['a man born in January 1965 one month later', 'male', '1965-01-01', 721],
  ['a man born in April 1965 one month later', 'male', '1965-04-30', 721],
  ['a man born in May 1965 two months later', 'male', '1965-05-01', 722],
  ['a man born in 1990 at 63', 'male', '1990-06-15', 756],
  ['a woman of the 55 track born in January 1970 one month later', 'female', '1970-01-20', 661],
  ['a woman born in 1990 at 58', 'female', '1990-06-15', 696],
] as const)('%s', (_sentence, sex, birthOn, months) => {
  expect(retirementAgeMonths(POLICY, sex, birthOn)).toBe(months)
})

test('the track of women is a policy value', () => {
  expect(retirementAgeMonths({ ...POLICY, femaleTrack: 'femaleWorker' }, 'female', '1975-01-01')).toBe(601)
})

test.each([
  [
    'domain §23 case 26: a woman of 55 years and one month in 2025 has just reached it',
    '1970-01-20',
    '2025-02-20',
    true,
  ],
  ['the day before she has not', '1970-01-20', '2025-02-19', false],
  ['a year later she has', '1970-01-20', '2026-02-01', true],
] as const)('%s', (_sentence, birthOn, day, reached) => {
  expect(hasReachedRetirement(POLICY, { sex: 'female', birthOn }, day)).toBe(reached)
})
