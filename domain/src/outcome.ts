/** Why a source gave no usable answer; for logs and alerts, never shown to the person. */
export type DownReason = 'timeout' | 'unreachable' | 'status' | 'body' | 'wrong-person' | 'circuit-open'

/** No answer, for now. The person is neither refused nor passed: the question is asked again later (INT-1, S-154). */
export type Trouble =
  | { readonly kind: 'source-down'; readonly because: DownReason }
  /** The source, or our own cap on concurrent questions, asks to come back later. */
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number }

/** The five answers of an outside authority about one person (INT-1). */
export type Outcome<Facts> =
  | { readonly kind: 'match'; readonly facts: Facts }
  /** Which fields differ between what was asked and what the source knows. */
  | { readonly kind: 'mismatch'; readonly fields: readonly string[] }
  | { readonly kind: 'not-found' }
  | Trouble

/** Whether this is no answer yet: to be asked again, never a reason to refuse anybody (S-154). */
export function isTrouble<Facts>(outcome: Outcome<Facts>): outcome is Trouble {
  return outcome.kind === 'source-down' || outcome.kind === 'limited'
}

/** Whether the source itself proves the fact. Everything else needs a named human check (S-154). */
export function provesFact<Facts>(outcome: Outcome<Facts>): outcome is Extract<Outcome<Facts>, { kind: 'match' }> {
  return outcome.kind === 'match'
}
