import {
  getMedicalEndpoint,
  getMedicalTemplateEndpoint,
  importMedicalEndpoint,
  listMedicalUnmatchedEndpoint,
  recordMedicalEndpoint,
  solveMedicalUnmatchedEndpoint,
} from '@xingtan/contract/office/medical'
import { bind, bindBinary } from '../../platform/http-bind.ts'
import { getMedical } from './get-medical.ts'
import { getTemplate } from './get-template.ts'
import { importMedical } from './import-medical.ts'
import { listUnmatched } from './list-unmatched.ts'
import { recordMedical } from './record-medical.ts'
import { solveUnmatched } from './solve-unmatched.ts'

export const MEDICAL_ROUTES = [
  bind(getMedicalEndpoint, getMedical),
  bind(recordMedicalEndpoint, recordMedical),
  bind(importMedicalEndpoint, importMedical),
  bindBinary(getMedicalTemplateEndpoint, getTemplate),
  bind(listMedicalUnmatchedEndpoint, listUnmatched),
  bind(solveMedicalUnmatchedEndpoint, solveUnmatched),
]
