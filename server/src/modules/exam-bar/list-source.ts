import { z } from 'zod'
import { ExamBar } from '@xingtan/contract/authority/exam-bar'
import { type ListedBar, parseExamSheet } from '@xingtan/domain/exam-bar'
import type { FileStore } from '../../platform/file-store.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { readSheetRows } from '../../platform/sheet-rows.ts'
import type { StoredImport } from './sql.ts'

/** The bars of a list as it lies in the file store: a sheet that was uploaded, or what the interface answered. */
export async function readList(files: Pick<FileStore, 'get'>, stored: StoredImport): Promise<readonly ListedBar[]> {
  if (stored.contentHash === null) throw problem('exam-bar.not-read')
  const bytes = await files.get(stored.contentHash)
  if (stored.source === 'file') return readSheetList(bytes)
  const bars = z.array(ExamBar).parse(JSON.parse(bytes.toString('utf8')))
  return bars.map((bar, index) => ({ row: index + 1, bar }))
}

/** The bars of an uploaded sheet; stops with everything that is wrong with it as a whole. */
export function readSheetList(bytes: Uint8Array): readonly ListedBar[] {
  const { refusals, bars } = parseExamSheet(readSheetRows(bytes))
  throwIfRefused(refusals)
  return bars
}
