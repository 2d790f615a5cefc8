/**
 * What other modules know about the duties before a plan: notices and 实施方案 filed, training done. Until they are
 * asked for here nothing is held against a plan.
 */
export function loadFilingFacts(): {
  readonly noticeFiled: boolean
  readonly schemeFiled: boolean
  readonly trainingDone: boolean
} {
  return { noticeFiled: true, schemeFiled: true, trainingDone: true }
}
