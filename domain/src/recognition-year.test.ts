import { expect, test } from 'vitest'
import { findNextRecognitionDay } from './recognition-year.ts'

const passedInSpring = { appliedOn: '2026-04-13', passedOn: '2026-06-20', isWithdrawn: false }
const refusedInSpring = { ...passedInSpring, passedOn: null }
const withdrawnInSpring = { ...refusedInSpring, isWithdrawn: true }
const appliedLastAutumn = { appliedOn: '2025-12-20', passedOn: '2026-01-08', isWithdrawn: false }

test.each([
  ['blocks autumn after success in spring', [passedInSpring], '2026-09-14', 'PASS', '2027-01-01'],
  ['blocks until the last day of the year', [passedInSpring], '2026-12-31', 'PASS', '2027-01-01'],
  ['is free again on 1 January', [passedInSpring], '2027-01-01', 'PASS', undefined],
  ['is free after a refusal when success counts', [refusedInSpring], '2026-09-14', 'PASS', undefined],
  ['blocks after a refusal when the application counts', [refusedInSpring], '2026-09-14', 'APPLY', '2027-01-01'],
  ['is free after a withdrawal when the application counts', [withdrawnInSpring], '2026-09-14', 'APPLY', undefined],
  ['counts success in the year it came', [appliedLastAutumn], '2026-04-01', 'PASS', '2027-01-01'],
  ['counts an application in the year it was made', [appliedLastAutumn], '2026-04-01', 'APPLY', undefined],
  ['finds one among several', [refusedInSpring, passedInSpring], '2026-09-14', 'PASS', '2027-01-01'],
  ['is free without history', [], '2026-09-14', 'PASS', undefined],
] as const)('APP-12 case 9: %s', (_sentence, history, day, countOn, nextDay) => {
  expect(findNextRecognitionDay(history, day, countOn)).toBe(nextDay)
})
