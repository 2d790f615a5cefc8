const LARGEST_BALANCE = 100

/** Keeps repeated questions to at most a tenth of the questions, so that a weak source is not pushed over. */
export interface RetryBudget {
  /** Every first question earns a tenth of a repetition. */
  readonly earn: () => void
  /** Takes one repetition; false when none is left. */
  readonly spend: () => boolean
}

/** Starts with one repetition in advance, which the first ten questions pay back. Counted in tenths. */
export function createRetryBudget(): RetryBudget {
  let balance = 10
  let advance = 10
  return {
    earn: () => {
      if (advance > 0) advance -= 1
      else balance = Math.min(balance + 1, LARGEST_BALANCE)
    },
    spend: () => {
      if (balance < 10) return false
      balance -= 10
      return true
    },
  }
}
