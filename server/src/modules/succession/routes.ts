import {
  approveSuccessionEndpoint,
  cancelSuccessionEndpoint,
  listSuccessionsEndpoint,
  orderSuccessionEndpoint,
  previewSuccessionEndpoint,
} from '@xingtan/contract/office/succession'
import { bind } from '../../platform/http-bind.ts'
import { approveSuccession } from './approve-succession.ts'
import { cancelSuccession } from './cancel-succession.ts'
import { listSuccessions } from './list-successions.ts'
import { orderSuccession } from './order-succession.ts'
import { previewSuccession } from './preview-succession.ts'

export const SUCCESSION_ROUTES = [
  bind(listSuccessionsEndpoint, listSuccessions),
  bind(previewSuccessionEndpoint, previewSuccession),
  bind(orderSuccessionEndpoint, orderSuccession),
  bind(approveSuccessionEndpoint, approveSuccession),
  bind(cancelSuccessionEndpoint, cancelSuccession),
]
