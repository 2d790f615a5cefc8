import type { Services } from '../../platform/context.ts'
import { sm2KeyPairOf } from '../../platform/crypto-sm2.ts'

/** Key that signs checkpoints; derived, so that it is never stored. */
export function checkpointKey(crypto: Services['crypto']) {
  return sm2KeyPairOf(crypto.mac('checkpoint-key', 'sm2'))
}
