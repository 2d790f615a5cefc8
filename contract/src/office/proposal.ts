import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Instant, Page, line } from '../field.ts'

/** What a proposal changes: a rule begins, a rule ends, a holiday notice, and the objects of the national windows. */
export const ProposalKind = z.enum([
  'policy-row',
  'policy-end',
  'calendar-year',
  'round',
  'closure',
  'switch',
  'extension',
])
export type ProposalKind = z.infer<typeof ProposalKind>

export const PROPOSAL_KIND_TITLES: Readonly<Record<ProposalKind, string>> = {
  'policy-row': '新规则',
  'policy-end': '规则终止',
  'calendar-year': '放假安排',
  round: '全国开放时间',
  closure: '系统维护',
  switch: '功能开关',
  extension: '延长开放',
}

export const ProposalState = z.enum(['open', 'approved', 'returned', 'withdrawn'])
export type ProposalState = z.infer<typeof ProposalState>

export const PROPOSAL_STATE_TITLES: Readonly<Record<ProposalState, string>> = {
  open: '待批准',
  approved: '已批准',
  returned: '已退回',
  withdrawn: '已撤回',
}

/** Why, and what it rests on; 依据待核 is a choice one makes, never a gap. */
export const Grounds = {
  reason: line(300, '变更理由'),
  source: line(200, '依据'),
}

export const ProposalRow = z.strictObject({
  proposalId: Id,
  kind: ProposalKind,
  state: ProposalState,
  /** For example 「普通话等级要求」 or 「2027年放假安排」. */
  title: z.string(),
  scopeTitle: z.string(),
  agencyName: z.string(),
  proposedByName: z.string(),
  proposedAt: Instant,
  decidedByName: z.string().nullable(),
  decidedAt: Instant.nullable(),
})
export type ProposalRow = z.infer<typeof ProposalRow>

/** What a change would do: lines that differ, sample verdicts that differ, and whom it touches, in sentences. */
export const Preview = z.strictObject({
  changes: z.array(z.strictObject({ title: z.string(), before: z.string(), after: z.string() })),
  verdicts: z.array(z.strictObject({ situation: z.string(), before: z.string(), after: z.string() })),
  effects: z.array(z.string()),
})
export type Preview = z.infer<typeof Preview>

export const Proposal = ProposalRow.extend({
  reason: z.string(),
  source: z.string(),
  decisionNote: z.string().nullable(),
  /** What is proposed, line by line. */
  facts: z.array(z.strictObject({ term: z.string(), value: z.string() })),
  /** Only while it is open: what it would do from now on. */
  preview: Preview.nullable(),
  /** Whether this officer may approve or return it, and take it back. */
  canDecide: z.boolean(),
  canWithdraw: z.boolean(),
})
export type Proposal = z.infer<typeof Proposal>

/** Proposals, newest first, keyset paged; for a scope or a subject when asked. */
export const listProposalsEndpoint = endpoint({
  name: 'proposal.list',
  face: 'office',
  method: 'GET',
  path: '/api/proposals',
  permission: 'office',
  input: z.strictObject({ state: ProposalState.optional(), ...Page }),
  output: z.strictObject({ rows: z.array(ProposalRow), after: z.string().nullable() }),
})

/** The second person sends it back with a reason; it stays on record. */
export const returnProposalEndpoint = endpoint({
  name: 'proposal.return',
  face: 'office',
  method: 'POST',
  path: '/api/proposals/:proposalId/return',
  permission: 'policy.edit',
  input: z.strictObject({ proposalId: Id, note: line(300, '退回意见') }),
  output: Done,
})

/** The proposer takes it back; it stays on record. */
export const withdrawProposalEndpoint = endpoint({
  name: 'proposal.withdraw',
  face: 'office',
  method: 'POST',
  path: '/api/proposals/:proposalId/withdraw',
  permission: 'policy.edit',
  input: z.strictObject({ proposalId: Id }),
  output: Done,
})

/** Answer of every proposing command. */
export const Proposed = z.strictObject({ proposalId: Id })
