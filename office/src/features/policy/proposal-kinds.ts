import { approveCalendarEndpoint, getCalendarProposalEndpoint } from '@xingtan/contract/office/calendar'
import { approvePolicyEndpoint, getPolicyProposalEndpoint } from '@xingtan/contract/office/policy'
import { approveWindowEndpoint, getWindowProposalEndpoint } from '@xingtan/contract/office/window'
import type { ProposalKind } from '@xingtan/contract/office/proposal'

const WINDOW = { get: getWindowProposalEndpoint, approve: approveWindowEndpoint }
const POLICY = { get: getPolicyProposalEndpoint, approve: approvePolicyEndpoint }

/** Where a proposal of each kind is read and approved. */
export const ENDPOINTS_OF_KIND = {
  'policy-row': POLICY,
  'policy-end': POLICY,
  'calendar-year': { get: getCalendarProposalEndpoint, approve: approveCalendarEndpoint },
  round: WINDOW,
  closure: WINDOW,
  switch: WINDOW,
  extension: WINDOW,
} as const satisfies Readonly<Partial<Record<ProposalKind, object>>>

/** True for a kind this page knows. */
export function isKnownKind(kind: string): kind is keyof typeof ENDPOINTS_OF_KIND {
  return Object.hasOwn(ENDPOINTS_OF_KIND, kind)
}
