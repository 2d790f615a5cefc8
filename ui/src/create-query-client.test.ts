import { describe, expect, test } from 'vitest'
import { clientProblem } from './client-problem.ts'
import { isWorthRetrying, retryDelayMs } from './create-query-client.ts'
import { ProblemError } from './problem-error.ts'

function answered(status: number, retryAfterSeconds?: number): ProblemError {
  return new ProblemError(clientProblem('client.unavailable', { status, retryAfterSeconds }))
}

describe('asking again', () => {
  test.each([
    [0, true],
    [429, true],
    [503, true],
    [401, false],
    [404, false],
    [409, false],
    [500, false],
  ])('after status %d is worth it: %s', (status, expected) => {
    expect(isWorthRetrying(answered(status))).toBe(expected)
  })

  test('does not repeat what is a mistake in the page itself', () => {
    expect(isWorthRetrying(new TypeError('undefined is not a function'))).toBe(false)
  })

  test('waits as long as the server asks, but not for ever', () => {
    expect(retryDelayMs(0, answered(503, 7))).toBe(7000)
    expect(retryDelayMs(0, answered(503, 3600))).toBe(30_000)
    expect([0, 1, 2].map((failures) => retryDelayMs(failures, answered(0)))).toEqual([1000, 2000, 4000])
  })
})

test.each(['client.offline', 'client.timeout', 'client.unavailable', 'client.unexpected-answer'] as const)(
  'the sentence of %s is whole, says what to do and blames nobody',
  (code) => {
    const { detail } = clientProblem(code)
    expect(detail).toMatch(/请.+。$/)
    expect(detail).not.toMatch(/[!！]|亲|您的错误|非法/)
  },
)
