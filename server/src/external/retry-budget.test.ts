import { expect, test } from 'vitest'
import { createRetryBudget } from './retry-budget.ts'

test.each([
  [1, 1],
  [10, 1],
  [100, 10],
  [1000, 100],
])('R-032: %i questions that all fail are repeated %i times at most', (questions, allowed) => {
  const budget = createRetryBudget()
  let repeated = 0
  for (let asked = 0; asked < questions; asked += 1) {
    budget.earn()
    if (budget.spend()) repeated += 1
  }
  expect(repeated).toBe(allowed)
})

test('R-032: a long healthy time saves up no more than ten repetitions', () => {
  const budget = createRetryBudget()
  for (let asked = 0; asked < 10_000; asked += 1) budget.earn()
  let repeated = 0
  while (budget.spend()) repeated += 1
  expect(repeated).toBe(10)
})
