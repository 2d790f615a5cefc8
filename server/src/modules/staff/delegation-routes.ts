import { delegateEndpoint, endDelegationEndpoint, listDelegationsEndpoint } from '@xingtan/contract/office/delegation'
import { bind } from '../../platform/http-bind.ts'
import { delegate } from './delegate.ts'
import { endDelegation } from './end-delegation.ts'
import { listDelegations } from './list-delegations.ts'

/** 委托授权. */
export const DELEGATION_ROUTES = [
  bind(listDelegationsEndpoint, listDelegations),
  bind(delegateEndpoint, delegate),
  bind(endDelegationEndpoint, endDelegation),
]
