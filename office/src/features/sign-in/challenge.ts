import type { KeyQuestion } from '@xingtan/contract/office/session'

/** What the server gave for the password. */
export interface Challenge extends KeyQuestion {
  /** When the challenge is over by the clock of this computer, milliseconds of `Date.now()`. */
  readonly overAt: number
}
