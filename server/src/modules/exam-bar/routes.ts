import {
  fetchExamListEndpoint,
  getExamImportEndpoint,
  importExamListEndpoint,
  listExamImportsEndpoint,
  listExamReportsEndpoint,
  reviewExamImportEndpoint,
  uploadExamListEndpoint,
} from '@xingtan/contract/office/exam-bar'
import { bind } from '../../platform/http-bind.ts'
import { getExamImport } from './get-exam-import.ts'
import { importExamList } from './import-exam-list.ts'
import { listExamImports } from './list-exam-imports.ts'
import { listExamReports } from './list-exam-reports.ts'
import { reviewExamImport } from './review-exam-import.ts'
import { fetchExamList, uploadExamList } from './upload-exam-list.ts'

export const EXAM_BAR_ROUTES = [
  bind(uploadExamListEndpoint, uploadExamList),
  bind(fetchExamListEndpoint, fetchExamList),
  bind(listExamImportsEndpoint, listExamImports),
  bind(getExamImportEndpoint, getExamImport),
  bind(importExamListEndpoint, importExamList),
  bind(reviewExamImportEndpoint, reviewExamImport),
  bind(listExamReportsEndpoint, listExamReports),
]
