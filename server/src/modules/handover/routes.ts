import {
  cancelHandoverEndpoint,
  getHandoverEndpoint,
  listHandoverPartiesEndpoint,
  listHandoversEndpoint,
  listMissingHandoversEndpoint,
  listOwnHandoversEndpoint,
  openHandoverEndpoint,
  reviseHandoverEndpoint,
  signHandoverEndpoint,
} from '@xingtan/contract/office/handover'
import { bind } from '../../platform/http-bind.ts'
import { cancelHandover } from './cancel-handover.ts'
import { getHandover } from './get-handover.ts'
import { listHandovers } from './list-handovers.ts'
import { listMissingHandovers } from './list-missing-handovers.ts'
import { listOwnHandovers } from './list-own-handovers.ts'
import { listParties } from './list-parties.ts'
import { openHandover } from './open-handover.ts'
import { reviseHandover } from './revise-handover.ts'
import { signHandover } from './sign-handover.ts'

export const HANDOVER_ROUTES = [
  bind(listHandoversEndpoint, listHandovers),
  bind(listOwnHandoversEndpoint, listOwnHandovers),
  bind(listMissingHandoversEndpoint, listMissingHandovers),
  bind(listHandoverPartiesEndpoint, listParties),
  bind(getHandoverEndpoint, getHandover),
  bind(openHandoverEndpoint, openHandover),
  bind(reviseHandoverEndpoint, reviseHandover),
  bind(signHandoverEndpoint, signHandover),
  bind(cancelHandoverEndpoint, cancelHandover),
]
