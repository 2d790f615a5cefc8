import {
  approveCaseEndpoint,
  approveCasesEndpoint,
  getCaseEndpoint,
  getWorkEndpoint,
  listCasesEndpoint,
  recordDiplomaEndpoint,
  refuseCaseEndpoint,
  returnCaseEndpoint,
  revealNumberEndpoint,
  reviewCaseEndpoint,
} from '@xingtan/contract/office/case'
import { bind } from '../../platform/http-bind.ts'
import { approveCase } from './approve-case.ts'
import { approveCases } from './approve-cases.ts'
import { checkDiploma } from './check-diploma.ts'
import { getCase } from './get-case.ts'
import { getWork } from './get-work.ts'
import { listCases } from './list-cases.ts'
import { refuseCase } from './refuse-case.ts'
import { returnCase } from './return-case.ts'
import { revealNumber } from './reveal-number.ts'
import { reviewCase } from './review-case.ts'

export const DECISION_ROUTES = [
  bind(listCasesEndpoint, listCases),
  bind(getWorkEndpoint, getWork),
  bind(getCaseEndpoint, getCase),
  bind(revealNumberEndpoint, revealNumber),
  bind(returnCaseEndpoint, returnCase),
  bind(recordDiplomaEndpoint, checkDiploma),
  bind(reviewCaseEndpoint, reviewCase),
  bind(approveCaseEndpoint, approveCase),
  bind(refuseCaseEndpoint, refuseCase),
  bind(approveCasesEndpoint, approveCases),
]
