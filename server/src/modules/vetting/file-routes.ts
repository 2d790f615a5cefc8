import {
  exportVettingEndpoint,
  getVettingBatchEndpoint,
  getVettingExportEndpoint,
  importVettingEndpoint,
  listVettingMismatchesEndpoint,
  settleVettingMismatchEndpoint,
} from '@xingtan/contract/office/vetting'
import { bind, bindBinary } from '../../platform/http-bind.ts'
import { exportBatch } from './export-batch.ts'
import { getBatch } from './get-batch.ts'
import { getExport } from './get-export.ts'
import { importAnswers } from './import-answers.ts'
import { listMismatches } from './list-mismatches.ts'
import { settleMismatch } from './settle-mismatch.ts'

/** One batch: its list out, its answers in, and what fits nobody. */
export const FILE_ROUTES = [
  bind(getVettingBatchEndpoint, getBatch),
  bind(exportVettingEndpoint, exportBatch),
  bindBinary(getVettingExportEndpoint, getExport),
  bind(importVettingEndpoint, importAnswers),
  bind(listVettingMismatchesEndpoint, listMismatches),
  bind(settleVettingMismatchEndpoint, settleMismatch),
]
