import type { ProposalKind } from '@xingtan/contract/office/proposal'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type StoredProposal, isProposerUnder, isScopeUnder, lockProposal } from './sql.ts'

/** The open proposal under its lock, of one of these kinds and in the officer's scope; stops with the reason. */
export async function lockOpenProposal(
  tx: Tx,
  officer: OfficerActor,
  wish: { readonly proposalId: string; readonly kinds: readonly ProposalKind[] },
): Promise<StoredProposal> {
  const proposal = await lockProposal(tx, wish.proposalId)
  if (proposal === undefined || !wish.kinds.includes(proposal.kind)) throw problem('request.not-found')
  if (!(await isScopeUnder(tx, proposal.scope, officer.agencyCode))) throw problem('proposal.out-of-scope')
  if (proposal.state !== 'open') throw problem('proposal.not-open')
  // A county does not decide about what its province wants, also where only the county is concerned.
  if (!(await isProposerUnder(tx, proposal.agencyCode, officer.agencyCode))) throw problem('proposal.by-superior')
  return proposal
}
