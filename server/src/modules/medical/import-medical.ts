import { randomUUID } from 'node:crypto'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { UNMATCHED_TITLES, type importMedicalEndpoint } from '@xingtan/contract/office/medical'
import { sentenceOf } from '@xingtan/contract/problem'
import { type MedicalSheetRow, parseMedicalSheet, refuseMedicalRecord } from '@xingtan/domain/medical'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context, WorkTx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { readSheetRows } from '../../platform/sheet-rows.ts'
import { getOfficer } from '../case/index.ts'
import { type MatchedRow, matchRows } from './match-rows.ts'
import { loadMedicalRule } from './rule.ts'
import { saveImport } from './save-import.ts'

type Imported = OutputOf<typeof importMedicalEndpoint>

interface JudgedSheet {
  readonly matched: readonly MatchedRow[]
  readonly invalid: Imported['rows']
}

async function judgeSheet(ctx: Context, tx: Tx, officer: OfficerActor, sheet: string[][]): Promise<JudgedSheet> {
  const { refusals, rows } = parseMedicalSheet(sheet)
  throwIfRefused(refusals)
  const { places, limits } = await loadMedicalRule(tx, officer.agencyCode)
  const good: MedicalSheetRow[] = []
  const invalid: Imported['rows'] = []
  for (const one of rows) {
    const found = one.kind === 'invalid' ? one.refusals : refuseMedicalRecord(one.value, places, limits)
    const row = one.kind === 'invalid' ? one.row : one.value.row
    if (found.length > 0) invalid.push({ row, outcome: 'invalid', sentence: found.map(sentenceOf).join('') })
    else if (one.kind === 'read') good.push(one.value)
  }
  return { matched: await matchRows(tx, ctx.crypto, good), invalid }
}

function toAnswer({ matched, invalid }: JudgedSheet, isDone: boolean): Imported {
  const loose = matched.flatMap(({ row, match }) =>
    match.kind === 'found'
      ? []
      : {
          row: row.row,
          outcome: 'unmatched' as const,
          sentence: `${UNMATCHED_TITLES[match.kind]}，将列入待处理名单。`,
        },
  )
  return {
    rowCount: matched.length + invalid.length,
    matched: matched.length - loose.length,
    unmatched: loose.length,
    invalid: invalid.length,
    rows: [...invalid, ...loose].toSorted((a, b) => a.row - b.row),
    isDone,
  }
}

/**
 * Excel of a hospital. A dry run answers what each row would do. The real run takes nothing while one row is invalid;
 * rows that belong to no case go on a work list; the same sheet is taken once (CNF-5).
 */
export async function importMedical(
  ctx: Context,
  input: { readonly dryRun: 'true' | 'false' },
  wire: Wire,
): Promise<Imported> {
  const officer = getOfficer(ctx)
  if (wire.file === undefined) throw problem('file.missing')
  const sheet = readSheetRows(wire.file)
  const fileHash = ctx.crypto.sm3(wire.file).toString('hex')
  if (input.dryRun === 'true') {
    return ctx.read(async (tx) => toAnswer(await judgeSheet(ctx, tx, officer, sheet), false))
  }
  return ctx.command(async (tx: WorkTx) => {
    const judged = await judgeSheet(ctx, tx, officer, sheet)
    const count = judged.invalid.length
    if (count > 0) throw problem('medical.rows-invalid', { values: { count } })
    const importId = randomUUID()
    await saveImport(ctx, tx, { importId, fileHash, officer, matched: judged.matched })
    return toAnswer(judged, true)
  })
}
