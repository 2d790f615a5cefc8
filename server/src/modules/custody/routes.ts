import {
  assignCustodyEndpoint,
  fileRegimeEndpoint,
  getCustodyBoardEndpoint,
  getCustodyEndpoint,
  getRegimeEndpoint,
  listCustodyEndpoint,
  listKeepersEndpoint,
  registerCustodyEndpoint,
  retireCustodyEndpoint,
} from '@xingtan/contract/office/custody'
import { bind } from '../../platform/http-bind.ts'
import { assignItem } from './assign-item.ts'
import { fileRegime } from './file-regime.ts'
import { getCustodyBoard } from './get-custody-board.ts'
import { getItem } from './get-item.ts'
import { getRegime } from './get-regime.ts'
import { listItems } from './list-items.ts'
import { listKeepers } from './list-keepers.ts'
import { registerItem } from './register-item.ts'
import { retireItem } from './retire-item.ts'

export const CUSTODY_ROUTES = [
  bind(listCustodyEndpoint, listItems),
  bind(getCustodyEndpoint, getItem),
  bind(listKeepersEndpoint, listKeepers),
  bind(registerCustodyEndpoint, registerItem),
  bind(assignCustodyEndpoint, assignItem),
  bind(retireCustodyEndpoint, retireItem),
  bind(getRegimeEndpoint, getRegime),
  bind(fileRegimeEndpoint, fileRegime),
  bind(getCustodyBoardEndpoint, getCustodyBoard),
]
