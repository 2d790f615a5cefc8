import {
  listProposalsEndpoint,
  returnProposalEndpoint,
  withdrawProposalEndpoint,
} from '@xingtan/contract/office/proposal'
import { bind } from '../../platform/http-bind.ts'
import { listAllProposals } from './list-all-proposals.ts'
import { returnProposal } from './return-proposal.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

export const PROPOSAL_ROUTES = [
  bind(listProposalsEndpoint, listAllProposals),
  bind(returnProposalEndpoint, returnProposal),
  bind(withdrawProposalEndpoint, withdrawProposal),
]
