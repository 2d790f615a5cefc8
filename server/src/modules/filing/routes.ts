import {
  getFilingEndpoint,
  handInFilingEndpoint,
  listFilingsEndpoint,
  openFilingEndpoint,
  reviewFilingEndpoint,
  saveFilingEndpoint,
  uploadFilingScanEndpoint,
} from '@xingtan/contract/office/filing'
import { type Binding, bind } from '../../platform/http-bind.ts'
import { getFiling } from './get-filing.ts'
import { handInFiling } from './hand-in-filing.ts'
import { listFilings } from './list-filings.ts'
import { openFiling } from './open-filing.ts'
import { BOARD_ROUTES } from './board-routes.ts'
import { reviewFiling } from './review-filing.ts'
import { saveFiling } from './save-filing.ts'
import { uploadScan } from './upload-scan.ts'

export const FILING_ROUTES: readonly Binding[] = [
  bind(listFilingsEndpoint, listFilings),
  bind(openFilingEndpoint, openFiling),
  bind(getFilingEndpoint, getFiling),
  bind(saveFilingEndpoint, saveFiling),
  bind(uploadFilingScanEndpoint, uploadScan),
  bind(handInFilingEndpoint, handInFiling),
  bind(reviewFilingEndpoint, reviewFiling),
  ...BOARD_ROUTES,
]
