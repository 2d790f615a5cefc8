import { listReasonsEndpoint } from '@xingtan/contract/office/case'
import {
  approvePolicyEndpoint,
  getPolicyEndpoint,
  getPolicyProposalEndpoint,
  listPoliciesEndpoint,
  previewPolicyEndpoint,
  proposePolicyEndEndpoint,
  proposePolicyEndpoint,
} from '@xingtan/contract/office/policy'
import { getTextsEndpoint } from '@xingtan/contract/place'
import { bind } from '../../platform/http-bind.ts'
import { approvePolicy, getPolicyProposal } from './approve-policy.ts'
import { getPolicy } from './get-policy.ts'
import { getTexts } from './get-texts.ts'
import { listAllPolicies } from './list-all-policies.ts'
import { listReasons } from './list-reasons.ts'
import { previewPolicy, proposePolicy, proposePolicyEnd } from './propose-policy.ts'

export const PUBLIC_POLICY_ROUTES = [bind(getTextsEndpoint, getTexts)]
export const OFFICE_POLICY_ROUTES = [
  bind(listReasonsEndpoint, listReasons),
  bind(listPoliciesEndpoint, listAllPolicies),
  bind(getPolicyEndpoint, getPolicy),
  bind(previewPolicyEndpoint, previewPolicy),
  bind(proposePolicyEndpoint, proposePolicy),
  bind(proposePolicyEndEndpoint, proposePolicyEnd),
  bind(getPolicyProposalEndpoint, getPolicyProposal),
  bind(approvePolicyEndpoint, approvePolicy),
]
