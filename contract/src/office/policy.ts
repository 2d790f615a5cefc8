import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id } from '../field.ts'
import { PolicyScope } from '../policy.ts'
import { Grounds, Preview, Proposal, ProposalRow, Proposed } from './proposal.ts'

const Key = z.string().max(60)
export const PlaceStep = z.strictObject({ scope: PolicyScope, title: z.string() })
export type PlaceStep = z.infer<typeof PlaceStep>

/** Where one looks: the way from the nation down, what lies one step lower, and whether this officer may propose here. */
export const PolicyPlace = z.strictObject({
  path: z.array(PlaceStep).min(1),
  below: z.array(PlaceStep),
  canPropose: z.boolean(),
})
export type PolicyPlace = z.infer<typeof PolicyPlace>

export const PolicyRule = z.strictObject({
  scope: PolicyScope,
  scopeTitle: z.string(),
  effectiveFrom: Day,
  effectiveTo: Day.nullable(),
  value: z.unknown(),
  source: z.string(),
  /** 已结束, 正在执行, 尚未开始. */
  state: z.enum(['over', 'in-force', 'coming']),
  /** In force, and of the narrowest scope that has one: the rule that holds here. */
  holdsHere: z.boolean(),
  facts: z.array(z.strictObject({ term: z.string(), value: z.string() })),
})
export type PolicyRule = z.infer<typeof PolicyRule>

/** Every key with the rule that holds today in a place, and the level it comes from (ADM-3). */
export const listPoliciesEndpoint = endpoint({
  name: 'policy.list',
  face: 'office',
  method: 'GET',
  path: '/api/policies',
  permission: 'office',
  input: z.strictObject({ place: PolicyScope.optional() }),
  output: z.strictObject({
    place: PolicyPlace,
    rows: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        scopeTitle: z.string(),
        /** How many levels on the way have a rule of their own in force. */
        levels: z.number().int(),
        effectiveFrom: Day,
        source: z.string(),
        isUnproven: z.boolean(),
        hasOpenProposal: z.boolean(),
      }),
    ),
  }),
})

/** One key in a place: every rule of every level on the way, past and to come, and the proposals about it. */
export const getPolicyEndpoint = endpoint({
  name: 'policy.get',
  face: 'office',
  method: 'GET',
  path: '/api/policies/:key',
  permission: 'office',
  input: z.strictObject({ key: Key, place: PolicyScope.optional() }),
  output: z.strictObject({
    key: z.string(),
    title: z.string(),
    isPinned: z.boolean(),
    place: PolicyPlace,
    rules: z.array(PolicyRule),
    proposals: z.array(ProposalRow),
  }),
})

const NewRule = {
  key: Key,
  scope: PolicyScope,
  effectiveFrom: Day,
  effectiveTo: Day.nullable(),
  value: z.unknown(),
}

/** What a new rule would change, before it is proposed; changes nothing. */
export const previewPolicyEndpoint = endpoint({
  name: 'policy.preview',
  face: 'office',
  method: 'POST',
  path: '/api/policies/preview',
  permission: 'policy.edit',
  input: z.strictObject(NewRule),
  output: Preview,
})

/** A new dated rule; the one before it ends where it begins. */
export const proposePolicyEndpoint = endpoint({
  name: 'policy.propose',
  face: 'office',
  method: 'POST',
  path: '/api/policies/propose',
  permission: 'policy.edit',
  input: z.strictObject({ ...NewRule, ...Grounds }),
  output: Proposed,
})

/** An end, ahead of today, for a rule that has none; the next wider level holds from then on. */
export const proposePolicyEndEndpoint = endpoint({
  name: 'policy.propose-end',
  face: 'office',
  method: 'POST',
  path: '/api/policies/propose-end',
  permission: 'policy.edit',
  input: z.strictObject({ key: Key, scope: PolicyScope, effectiveFrom: Day, effectiveTo: Day, ...Grounds }),
  output: Proposed,
})

export const getPolicyProposalEndpoint = endpoint({
  name: 'policy.get-proposal',
  face: 'office',
  method: 'GET',
  path: '/api/policy-proposals/:proposalId',
  permission: 'office',
  input: z.strictObject({ proposalId: Id }),
  output: Proposal,
})

/** Second pair of eyes: the rule stands from its day on. */
export const approvePolicyEndpoint = endpoint({
  name: 'policy.approve',
  face: 'office',
  method: 'POST',
  path: '/api/policy-proposals/:proposalId/approve',
  permission: 'policy.edit',
  input: z.strictObject({ proposalId: Id }),
  output: Done,
})
