import type { ExamProofRecord } from '@xingtan/contract/authority/exam'
import { type Outcome, isTrouble } from '@xingtan/domain/outcome'
import type { Tx } from '../../platform/db.ts'
import { findEvidenceByKey, insertEvidence, removeOutdatedEvidence, updateEvidence } from './sql.ts'
import { toExamProofFacts } from './to-facts.ts'

/**
 * Brings the list of proofs to what the exam authority says: new ones in, changed ones (terms were extended in 2020)
 * corrected, vanished ones out unless an application holds them (PRO-2, PRO-8).
 */
export async function recordProofs(
  tx: Tx,
  accountId: string,
  outcome: Outcome<{ proofs: ExamProofRecord[] }>,
): Promise<void> {
  if (isTrouble(outcome) || outcome.kind === 'mismatch') return
  const proofs = outcome.kind === 'match' ? outcome.facts.proofs : []
  for (const proof of proofs) await recordProof(tx, accountId, proof)
  const exceptKeys = proofs.map((proof) => proof.number)
  await removeOutdatedEvidence(tx, { accountId, kind: 'exam-proof', exceptKeys })
}

async function recordProof(tx: Tx, accountId: string, proof: ExamProofRecord): Promise<void> {
  const facts = await toExamProofFacts(tx, proof)
  const key = proof.number
  const known = await findEvidenceByKey(tx, { accountId, kind: 'exam-proof', key })
  if (known !== undefined) {
    await updateEvidence(tx, known.id, { state: 'match', facts })
    return
  }
  await insertEvidence(tx, { accountId, kind: 'exam-proof', key, facts, state: 'match', trust: 'issuer' })
}
