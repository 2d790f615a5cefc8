import type { ProblemDocument } from '@xingtan/contract/problem-document'
import { PROBLEMS, type ProblemCode, type Refusal, sentenceOf } from '@xingtan/contract/problem'

/** A command stopped by rules. Carries every reason at once; becomes `application/problem+json` in one place. */
export class Problem extends Error {
  readonly reasons: readonly [Refusal, ...Refusal[]]
  readonly retryAfterSeconds: number | undefined

  constructor(reasons: readonly [Refusal, ...Refusal[]], retryAfterSeconds?: number) {
    super(reasons.map((reason) => reason.code).join(', '))
    this.name = 'Problem'
    this.reasons = reasons
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** A problem with one reason. */
export function problem(code: ProblemCode, more: Omit<Refusal, 'code'> = {}): Problem {
  return new Problem([{ code, ...more }])
}

/** A problem that ends by itself: carries Retry-After. */
export function problemForSeconds(code: ProblemCode, seconds: number): Problem {
  const whole = Math.max(1, Math.ceil(seconds))
  return new Problem([{ code, values: { seconds: whole } }], whole)
}

/** Stops with all reasons when there are any. */
export function throwIfRefused(refusals: readonly Refusal[]): void {
  const [first, ...others] = refusals
  if (first !== undefined) throw new Problem([first, ...others])
}

/** What the person is sent: RFC 9457 with a sentence for each reason. */
export function toProblemDocument(stopped: Problem, correlationId: string): ProblemDocument {
  const [first] = stopped.reasons
  const entry = PROBLEMS[first.code]
  const reasons = stopped.reasons.map((reason) => ({
    code: reason.code,
    sentence: sentenceOf(reason),
    ...(reason.field === undefined ? {} : { field: reason.field }),
    ...(reason.basis === undefined ? {} : { basis: reason.basis }),
  }))
  return {
    type: `urn:xingtan:problem:${first.code}`,
    title: reasons.length === 1 ? sentenceOf(first) : `有 ${reasons.length} 处需要处理。`,
    status: entry.status,
    code: first.code,
    detail: reasons.map((reason) => reason.sentence).join(''),
    correlationId,
    ...(stopped.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: stopped.retryAfterSeconds }),
    reasons,
  }
}
