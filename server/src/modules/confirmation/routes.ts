import {
  confirmCaseEndpoint,
  findCaseEndpoint,
  getOfficeDocumentEndpoint,
  refuseConfirmationEndpoint,
  requestReceiptEndpoint,
} from '@xingtan/contract/office/case'
import { confirmCasesEndpoint } from '@xingtan/contract/office/material'
import { bind } from '../../platform/http-bind.ts'
import { confirmCase } from './confirm-case.ts'
import { confirmCases } from './confirm-cases.ts'
import { findCase } from './find-case.ts'
import { getOfficeDocument } from './get-office-document.ts'
import { refuseConfirmation } from './refuse-confirmation.ts'
import { requestReceipt } from './request-receipt.ts'

export const CONFIRMATION_ROUTES = [
  bind(findCaseEndpoint, findCase),
  bind(confirmCaseEndpoint, confirmCase),
  bind(confirmCasesEndpoint, confirmCases),
  bind(refuseConfirmationEndpoint, refuseConfirmation),
  bind(requestReceiptEndpoint, requestReceipt),
  bind(getOfficeDocumentEndpoint, getOfficeDocument),
]
