import {
  answerCorrectionEndpoint,
  getServiceRequestEndpoint,
  listServiceRequestsEndpoint,
  openRecoveryEndpoint,
} from '@xingtan/contract/office/service'
import { askCorrectionEndpoint, listOwnRequestsEndpoint, objectToRecoveryEndpoint } from '@xingtan/contract/service'
import { bind } from '../../platform/http-bind.ts'
import { answerCorrection } from './answer-correction.ts'
import { askCorrection } from './ask-correction.ts'
import { getRequest } from './get-request.ts'
import { listOwnRequests } from './list-own-requests.ts'
import { listRequests } from './list-requests.ts'
import { objectToRecovery } from './object-to-recovery.ts'
import { openRecovery } from './open-recovery.ts'

export const PUBLIC_SERVICE_ROUTES = [
  bind(listOwnRequestsEndpoint, listOwnRequests),
  bind(askCorrectionEndpoint, askCorrection),
  bind(objectToRecoveryEndpoint, objectToRecovery),
]

export const OFFICE_SERVICE_ROUTES = [
  bind(openRecoveryEndpoint, openRecovery),
  bind(listServiceRequestsEndpoint, listRequests),
  bind(getServiceRequestEndpoint, getRequest),
  bind(answerCorrectionEndpoint, answerCorrection),
]
