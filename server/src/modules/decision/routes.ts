import {
  getRunEndpoint,
  listRunsEndpoint,
  previewReviewsEndpoint,
  startApprovalRunEndpoint,
  startReviewRunEndpoint,
} from '@xingtan/contract/office/bulk-run'
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
import {
  getBoardEndpoint,
  getCaseBelowEndpoint,
  listAlertsEndpoint,
  listCasesBelowEndpoint,
  noteAlertsEndpoint,
  urgeCaseEndpoint,
} from '@xingtan/contract/office/supervision'
import {
  answerCorrectionEndpoint,
  answerMoveEndpoint,
  declareRelationEndpoint,
  holdCaseEndpoint,
  listCorrectionsEndpoint,
  listHoldReasonsEndpoint,
  listMoveTargetsEndpoint,
  listMovesEndpoint,
  listOpenCorrectionsEndpoint,
  listRelationsEndpoint,
  proposeCorrectionEndpoint,
  proposeMoveEndpoint,
  recallMoveEndpoint,
  removeRelationEndpoint,
  resumeCaseEndpoint,
} from '@xingtan/contract/office/case-exception'
import { listViewsEndpoint, removeViewEndpoint, saveViewEndpoint } from '@xingtan/contract/office/queue-view'
import { getLetterEndpoint, orderLetterEndpoint, recordDeliveryEndpoint } from '@xingtan/contract/office/letter'
import { bind } from '../../platform/http-bind.ts'
import { answerCorrection } from './answer-correction.ts'
import { answerMove, listMoves } from './answer-move.ts'
import { approveCase } from './approve-case.ts'
import { approveCases } from './approve-cases.ts'
import { checkDiploma } from './check-diploma.ts'
import { declareRelation, listRelations, removeRelation } from './declare-relation.ts'
import { getBoard } from './get-board.ts'
import { getCaseBelow } from './get-case-below.ts'
import { getCase } from './get-case.ts'
import { getRun, listRuns } from './get-run.ts'
import { getWork } from './get-work.ts'
import { getLetter, recordDelivery, requestLetter } from './letter.ts'
import { holdCase, listHoldReasons } from './hold-case.ts'
import { listAlerts } from './list-alerts.ts'
import { listCasesBelow } from './list-cases-below.ts'
import { listCases } from './list-cases.ts'
import { listMoveTargets } from './list-move-targets.ts'
import { listOpenCorrections } from './list-open-corrections.ts'
import { noteAlerts } from './note-alerts.ts'
import { listCorrections, proposeCorrection } from './propose-correction.ts'
import { proposeMove } from './propose-move.ts'
import { recallMove } from './recall-move.ts'
import { refuseCase } from './refuse-case.ts'
import { resumeCase } from './resume-case.ts'
import { returnCase } from './return-case.ts'
import { revealNumber } from './reveal-number.ts'
import { reviewCase } from './review-case.ts'
import { previewReviews } from './review-cases.ts'
import { listViews, removeView, saveView } from './save-view.ts'
import { startApprovalRun, startReviewRun } from './start-run.ts'
import { urgeCase } from './urge-case.ts'

export const DECISION_ROUTES = [
  bind(listCasesEndpoint, listCases),
  bind(listViewsEndpoint, listViews),
  bind(saveViewEndpoint, saveView),
  bind(removeViewEndpoint, removeView),
  bind(getWorkEndpoint, getWork),
  bind(getCaseEndpoint, getCase),
  bind(revealNumberEndpoint, revealNumber),
  bind(returnCaseEndpoint, returnCase),
  bind(recordDiplomaEndpoint, checkDiploma),
  bind(reviewCaseEndpoint, reviewCase),
  bind(approveCaseEndpoint, approveCase),
  bind(refuseCaseEndpoint, refuseCase),
  bind(approveCasesEndpoint, approveCases),
  bind(startApprovalRunEndpoint, startApprovalRun),
  bind(startReviewRunEndpoint, startReviewRun),
  bind(previewReviewsEndpoint, previewReviews),
  bind(getRunEndpoint, getRun),
  bind(listRunsEndpoint, listRuns),
  bind(getLetterEndpoint, getLetter),
  bind(orderLetterEndpoint, requestLetter),
  bind(recordDeliveryEndpoint, recordDelivery),
  bind(listHoldReasonsEndpoint, listHoldReasons),
  bind(holdCaseEndpoint, holdCase),
  bind(resumeCaseEndpoint, resumeCase),
  bind(proposeMoveEndpoint, proposeMove),
  bind(listMoveTargetsEndpoint, listMoveTargets),
  bind(listMovesEndpoint, listMoves),
  bind(answerMoveEndpoint, answerMove),
  bind(recallMoveEndpoint, recallMove),
  bind(proposeCorrectionEndpoint, proposeCorrection),
  bind(answerCorrectionEndpoint, answerCorrection),
  bind(listCorrectionsEndpoint, listCorrections),
  bind(listOpenCorrectionsEndpoint, listOpenCorrections),
  bind(listRelationsEndpoint, listRelations),
  bind(declareRelationEndpoint, declareRelation),
  bind(removeRelationEndpoint, removeRelation),
  bind(getBoardEndpoint, getBoard),
  bind(listCasesBelowEndpoint, listCasesBelow),
  bind(getCaseBelowEndpoint, getCaseBelow),
  bind(urgeCaseEndpoint, urgeCase),
  bind(listAlertsEndpoint, listAlerts),
  bind(noteAlertsEndpoint, noteAlerts),
]
