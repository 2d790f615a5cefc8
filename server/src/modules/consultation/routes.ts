import {
  addConsultationEvidenceEndpoint,
  getConsultationDesksEndpoint,
  listOwnConsultationsEndpoint,
  openConsultationEndpoint,
  rateConsultationEndpoint,
  submitConsultationEndpoint,
} from '@xingtan/contract/consultation'
import {
  answerConsultationEndpoint,
  assignConsultationEndpoint,
  getConsultationBoardEndpoint,
  getConsultationEndpoint,
  getConsultationFileEndpoint,
  listConsultationsEndpoint,
  referConsultationEndpoint,
  revealConsultationContactEndpoint,
  transferConsultationEndpoint,
} from '@xingtan/contract/office/consultation'
import { bind, bindBinary } from '../../platform/http-bind.ts'
import { addConsultationEvidence } from './add-evidence.ts'
import { answerConsultationItem } from './answer-consultation.ts'
import { assignConsultationItem } from './assign-consultation.ts'
import { getConsultationBoard } from './get-board.ts'
import { getConsultationDesks } from './get-desks.ts'
import { getConsultationFile } from './get-file.ts'
import { getConsultationItem } from './get-consultation.ts'
import { listConsultationRows } from './list-consultations.ts'
import { listOwnConsultationItems } from './list-own.ts'
import { openConsultationItem } from './open-consultation.ts'
import { rateConsultationItem } from './rate-consultation.ts'
import { referConsultationItem } from './refer-consultation.ts'
import { revealConsultationContact } from './reveal-contact.ts'
import { submitConsultation } from './submit-consultation.ts'
import { transferConsultationItem } from './transfer-consultation.ts'

export const PUBLIC_CONSULTATION_ROUTES = [
  bind(getConsultationDesksEndpoint, getConsultationDesks),
  bind(submitConsultationEndpoint, submitConsultation),
  bind(addConsultationEvidenceEndpoint, addConsultationEvidence),
  bind(openConsultationEndpoint, openConsultationItem),
  bind(rateConsultationEndpoint, rateConsultationItem),
  bind(listOwnConsultationsEndpoint, listOwnConsultationItems),
]

export const OFFICE_CONSULTATION_ROUTES = [
  bind(listConsultationsEndpoint, listConsultationRows),
  bind(getConsultationEndpoint, getConsultationItem),
  bind(assignConsultationEndpoint, assignConsultationItem),
  bind(answerConsultationEndpoint, answerConsultationItem),
  bind(transferConsultationEndpoint, transferConsultationItem),
  bind(referConsultationEndpoint, referConsultationItem),
  bind(revealConsultationContactEndpoint, revealConsultationContact),
  bindBinary(getConsultationFileEndpoint, getConsultationFile),
  bind(getConsultationBoardEndpoint, getConsultationBoard),
]
