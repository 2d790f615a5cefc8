import { ProposalKind, type returnProposalEndpoint } from '@xingtan/contract/office/proposal'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { lockOpenProposal } from './lock-open-proposal.ts'
import { decideProposal } from './sql.ts'

/** The second person sends a proposal back with a reason. */
export async function returnProposal(
  ctx: Context,
  { proposalId, note }: { readonly proposalId: string; readonly note: string },
): Promise<OutputOf<typeof returnProposalEndpoint>> {
  const officer = signedInOfficer(ctx)
  return ctx.command(async (tx) => {
    const { id, proposedPersonId } = await lockOpenProposal(tx, officer, { proposalId, kinds: ProposalKind.options })
    const { userId, personId } = officer
    if (proposedPersonId === personId) throw problem('proposal.same-person')
    if (!(await decideProposal(tx, { id, state: 'returned', userId, personId, note }))) {
      throw problem('proposal.not-open')
    }
    tx.concerns('proposal', id, { state: 'returned' })
    return { done: true as const }
  })
}
