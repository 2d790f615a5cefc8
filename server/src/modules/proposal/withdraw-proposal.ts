import type { OutputOf } from '@xingtan/contract/endpoint'
import { ProposalKind, type withdrawProposalEndpoint } from '@xingtan/contract/office/proposal'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { lockOpenProposal } from './lock-open-proposal.ts'
import { decideProposal } from './sql.ts'

/** The proposer takes a proposal back; it stays on record. */
export async function withdrawProposal(
  ctx: Context,
  { proposalId }: { readonly proposalId: string },
): Promise<OutputOf<typeof withdrawProposalEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    const { id, proposedPersonId } = await lockOpenProposal(tx, officer, { proposalId, kinds: ProposalKind.options })
    const { userId, personId } = officer
    if (proposedPersonId !== personId) throw problem('proposal.not-proposer')
    if (!(await decideProposal(tx, { id, state: 'withdrawn', userId, personId, note: null }))) {
      throw problem('proposal.not-open')
    }
    tx.concerns('proposal', id, { state: 'withdrawn' })
    return { done: true as const }
  })
}
