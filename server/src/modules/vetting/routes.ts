import {
  addPoliceOfficeEndpoint,
  endPoliceOfficeEndpoint,
  listPendingVettingEndpoint,
  listPoliceOfficesEndpoint,
  listVettingBatchesEndpoint,
  requestStaleVettingEndpoint,
  requestVettingEndpoint,
} from '@xingtan/contract/office/vetting'
import { bind } from '../../platform/http-bind.ts'
import { addPoliceOffice } from './add-police-office.ts'
import { endPoliceOffice } from './end-police-office.ts'
import { FILE_ROUTES } from './file-routes.ts'
import { listPendingVetting } from './list-pending-vetting.ts'
import { listPoliceOffices } from './list-police-offices.ts'
import { listVettingBatches } from './list-vetting-batches.ts'
import { requestStale } from './request-stale.ts'
import { requestVetting } from './request-vetting.ts'
import { RESULT_ROUTES } from './result-routes.ts'

export const VETTING_ROUTES = [
  bind(listVettingBatchesEndpoint, listVettingBatches),
  bind(listPendingVettingEndpoint, listPendingVetting),
  bind(requestVettingEndpoint, requestVetting),
  bind(requestStaleVettingEndpoint, requestStale),
  bind(listPoliceOfficesEndpoint, listPoliceOffices),
  bind(addPoliceOfficeEndpoint, addPoliceOffice),
  bind(endPoliceOfficeEndpoint, endPoliceOffice),
  ...FILE_ROUTES,
  ...RESULT_ROUTES,
]
