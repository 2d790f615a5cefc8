import { canonicalJson } from './canonical-json.ts'
import type { Crypto } from './crypto.ts'
import type { Tx } from './db.ts'
import { problem } from './problem.ts'
import { sql } from './sql.ts'

/** What a fresh signature is bound to: SM3 of the endpoint and its canonical input (S-036). */
export function keyProofInputHash(crypto: Pick<Crypto, 'sm3'>, endpointName: string, inputText: string): Buffer {
  return crypto.sm3(canonicalJson([endpointName, inputText]))
}

export interface WantedKeyProof {
  readonly sessionId: string
  readonly endpoint: string
  readonly inputHash: Buffer
  /** SM3 of the proof that came with the call; undefined when none came. */
  readonly proofHash: Buffer | undefined
}

/**
 * Uses up the fresh signature for this act, in the act's own transaction: an act that is refused or lost leaves it for
 * the same input within its 60 seconds, an act that is done has used it for ever (S-036).
 */
export async function takeKeyProof(tx: Tx, wanted: WantedKeyProof): Promise<void> {
  if (wanted.proofHash === undefined) throw problem('staff.key-proof-needed')
  const taken = await tx.run(sql`
    update staff_key_proofs set used_at = ${tx.now}
    where proof_hash = ${wanted.proofHash} and session_id = ${wanted.sessionId} and endpoint = ${wanted.endpoint}
      and input_hash = ${wanted.inputHash} and used_at is null and expires_at > ${tx.now}`)
  if (taken === 0) throw problem('staff.key-proof-over')
}
