import { listVettingBatchesEndpoint, requestVettingEndpoint } from '@xingtan/contract/office/case'
import { bind } from '../../platform/http-bind.ts'
import { listVettingBatches } from './list-vetting-batches.ts'
import { requestVetting } from './request-vetting.ts'

export const VETTING_ROUTES = [
  bind(listVettingBatchesEndpoint, listVettingBatches),
  bind(requestVettingEndpoint, requestVetting),
]
