import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Crypto } from '../../platform/crypto.ts'

/** Keyed hash of an answer as it came: proves later which answer it was, and stays when the answer itself is wiped (S-129). */
export function hashAnswer(
  crypto: Pick<Crypto, 'mac'>,
  answer: { readonly id: string; readonly result: string; readonly detail: string },
): Buffer {
  return crypto.mac('vetting-answer', canonicalJson(answer))
}
