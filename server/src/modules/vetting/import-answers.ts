import { randomUUID } from 'node:crypto'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { MISMATCH_TITLES, type importVettingEndpoint } from '@xingtan/contract/office/vetting'
import { sentenceOf } from '@xingtan/contract/problem'
import { type MatchedAnswers, matchAnswers, parseVettingAnswer } from '@xingtan/domain/vetting-answer'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { readSheetRows } from '../../platform/sheet-rows.ts'
import { getOfficer } from '../case/index.ts'
import { rowCodes } from './row-code.ts'
import { saveAnswers } from './save-answers.ts'
import { type FileBatch, findOwnBatch, listPeople, lockOwnBatch } from './sql-file.ts'

type Imported = OutputOf<typeof importVettingEndpoint>

interface JudgedFile {
  readonly matched: MatchedAnswers
  readonly invalid: Imported['rows']
}

async function judgeFile(ctx: Context, tx: Tx, batch: FileBatch | undefined, sheet: string[][]): Promise<JudgedFile> {
  if (batch === undefined) throw problem('request.not-found')
  if (batch.way !== 'file') throw problem('vetting.not-a-file-batch')
  const { refusals, rows } = parseVettingAnswer(sheet)
  throwIfRefused(refusals)
  const people = (await listPeople(tx, batch.id)).map(({ id, name, numberSealed, isWaiting }) => ({
    requestId: id,
    name,
    codes: rowCodes(ctx.crypto, id, ctx.crypto.openColumn(numberSealed)),
    isWaiting,
  }))
  const read = rows.flatMap((one) => (one.kind === 'read' ? one.value : []))
  const invalid = rows.flatMap((one): Imported['rows'] =>
    one.kind === 'read' ? [] : [{ row: one.row, outcome: 'invalid', sentence: one.refusals.map(sentenceOf).join('') }],
  )
  return { matched: matchAnswers(read, people), invalid }
}

function toAnswer({ matched, invalid }: JudgedFile, isDone: boolean): Imported {
  const { answers, mismatches } = matched
  const loose = mismatches.flatMap(({ kind, row }) =>
    row === null
      ? []
      : { row: row.row, outcome: 'mismatch' as const, sentence: `${MISMATCH_TITLES[kind]}，列入待处理名单。` },
  )
  const good = answers.map(({ row }) => ({ row, outcome: 'matched' as const, sentence: '与名单一致，结果记入该件。' }))
  return {
    rowCount: answers.length + loose.length + invalid.length,
    matched: answers.length,
    mismatched: loose.length,
    missing: mismatches.length - loose.length,
    invalid: invalid.length,
    rows: [...good, ...loose, ...invalid].toSorted((a, b) => a.row - b.row),
    isDone,
  }
}

/**
 * Answer file of a police office. A dry run says what each row would do. The real run takes nothing while one row
 * cannot be read; a row that fits nobody changes no case and goes on the work list; the same file is taken once (DEC-1).
 */
export async function importAnswers(
  ctx: Context,
  input: { readonly batchId: string; readonly dryRun: 'true' | 'false' },
  wire: Wire,
): Promise<Imported> {
  const officer = getOfficer(ctx)
  if (wire.file === undefined) throw problem('file.missing')
  const sheet = readSheetRows(wire.file)
  const fileHash = ctx.crypto.sm3(wire.file).toString('hex')
  if (input.dryRun === 'true') {
    return ctx.read(async (tx) =>
      toAnswer(await judgeFile(ctx, tx, await findOwnBatch(tx, input.batchId), sheet), false),
    )
  }
  return ctx.command(async (tx) => {
    const judged = await judgeFile(ctx, tx, await lockOwnBatch(tx, input.batchId), sheet)
    const count = judged.invalid.length
    if (count > 0) throw problem('vetting.answer-invalid', { values: { count } })
    const { matched } = judged
    await saveAnswers(ctx, tx, { answerFileId: randomUUID(), batchId: input.batchId, fileHash, officer, matched })
    return toAnswer(judged, true)
  })
}
