import type { AuthorityName } from '@xingtan/contract/authority/authority-name'
import type { DownReason } from '@xingtan/domain/outcome'

/** What metrics, logs and alerts learn of a question: never whom it was about. */
export type AuthorityEvent =
  | { readonly kind: 'answered' | 'limited' | 'retried'; readonly authority: AuthorityName | 'mail' }
  | { readonly kind: 'failed'; readonly authority: AuthorityName | 'mail'; readonly because: DownReason }
  /** An answer about somebody else came back; raises an alert (S-151, S-174). */
  | { readonly kind: 'wrong-person'; readonly authority: AuthorityName }
  | { readonly kind: 'circuit-opened' | 'circuit-closed'; readonly authority: AuthorityName | 'mail' }
