/** Owns `proposals`: changes of the law as data, proposed by one person and approved by another. */
export { approveProposal } from './approve-proposal.ts'
export { lockOpenProposal } from './lock-open-proposal.ts'
export { propose, throwUnlessUnder } from './propose.ts'
export { toProposal, toProposalRow } from './to-proposal.ts'
export {
  type StoredProposal,
  findProposal,
  isScopeUnder,
  listOpenSubjects,
  listProposalsOn,
  nameScopes,
} from './sql.ts'
