import type { OutputOf } from '@xingtan/contract/endpoint'
import type { beginSignInEndpoint } from '@xingtan/contract/office/session'

/** What the server gave for the password. */
export interface Challenge extends OutputOf<typeof beginSignInEndpoint> {
  /** When the challenge is over by the clock of this computer, milliseconds of `Date.now()`. */
  readonly overAt: number
}
