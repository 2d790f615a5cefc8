import type { ProblemError } from '@xingtan/ui/problem-error'

/** Sentences of a refusal by the field they are about. */
export function fieldErrorsOf(problem: ProblemError | null): Readonly<Record<string, string>> {
  const reasons = problem?.document.reasons ?? []
  return Object.fromEntries(reasons.flatMap(({ field, sentence }) => (field === undefined ? [] : [[field, sentence]])))
}
