import type { OfficerActor } from '../../platform/actor.ts'
import type { WorkTx } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { type StoredProposal, applyProposal, decideProposal } from './sql.ts'

/** Second pair of eyes: another person than the proposer; what was proposed is law with this transaction (S-056). */
export async function approveProposal(tx: WorkTx, officer: OfficerActor, proposal: StoredProposal): Promise<void> {
  const { id, kind, scope, subject } = proposal
  if (proposal.proposedPersonId === officer.personId) throw problem('proposal.same-person')
  const { userId, personId } = officer
  if (!(await decideProposal(tx, { id, state: 'approved', userId, personId, note: null }))) {
    throw problem('proposal.not-open')
  }
  await applyProposal(tx, id)
  tx.concerns('proposal', id, { kind, scope, subject, state: 'approved' })
}
