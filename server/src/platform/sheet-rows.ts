import type { ProblemCode } from '@xingtan/contract/problem'
import { problem } from './problem.ts'
import { SHEET_LIMITS, type SheetLimits, type SheetRefusal, readSheet } from './sheet.ts'

const PROBLEM_OF = {
  'not-a-sheet': 'file.sheet-unreadable',
  damaged: 'file.sheet-unreadable',
  'too-large': 'file.sheet-too-large',
  'too-many-rows': 'file.sheet-too-large',
  'too-many-columns': 'file.sheet-too-large',
  'cell-too-long': 'file.sheet-too-large',
  macro: 'file.sheet-active',
  'external-link': 'file.sheet-active',
  entity: 'file.sheet-active',
  formula: 'file.sheet-formula',
} as const satisfies Record<SheetRefusal, ProblemCode>

/** The rows of an uploaded sheet, headings first; stops with a sentence that says what to do when it may not be read. */
export function readSheetRows(file: Uint8Array, limits: SheetLimits = SHEET_LIMITS): string[][] {
  const reading = readSheet(file, limits)
  if (reading.kind === 'read') return reading.rows
  throw problem(PROBLEM_OF[reading.reason], { values: { row: reading.row ?? 1 } })
}
