import type { OfficerActor } from '../../platform/actor.ts'
import type { Context, WorkTx } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { saveEntry } from '../restriction/index.ts'
import { type JudgedRow, judgeList } from './judge-list.ts'
import { readList } from './list-source.ts'
import { type Row, type StoredImport, findImport, insertRows, lockImport, markImported } from './sql.ts'
import { getExamOfficer } from './upload-exam-list.ts'

/** Where the entries of a list belong, and the paper they rest on: the list itself. */
export function placeOf({ agencyCode, contentHash }: StoredImport) {
  const decision = { hash: contentHash ?? '', mediaType: 'application/pdf', bytes: 0 } as const
  return { agencyCode, decision }
}

async function enterRow(
  tx: WorkTx,
  officer: OfficerActor,
  of: { readonly judged: JudgedRow; readonly decisionFileId: string },
): Promise<Row> {
  const { shown, entry } = of.judged
  if (entry === undefined) return { ...shown, entryId: null }
  const written = { ...entry, decisionFileId: of.decisionFileId, correctsId: null, correctionReason: null }
  const { entryId } = await saveEntry(tx, officer, { purpose: 'entry', entry: written })
  return { ...shown, entryId }
}

/**
 * Enters every sound and new row of a list as a pending entry: it holds conclusions at once, and bars once the second
 * person has accepted the list (INT-4, RES-1). What is faulty stays on the list with its reason.
 */
export async function importExamList(
  ctx: Context,
  input: { readonly importId: string },
): Promise<{ fresh: number; known: number; faulty: number }> {
  const officer = getExamOfficer(ctx)
  const found = await ctx.read((tx) => findImport(tx, input.importId))
  if (found?.agencyCode !== officer.agencyCode) throw problem('request.not-found')
  if (found.state !== 'read') throw problem('exam-bar.not-read')
  const bars = await readList(ctx.files, found)
  return ctx.command(async (tx) => {
    const stored = await lockImport(tx, input.importId)
    if (stored?.state !== 'read' || stored.fileId === null) throw problem('exam-bar.not-read')
    const judged = await judgeList(ctx, tx, { bars, place: placeOf(stored) })
    const rows: Row[] = []
    for (const one of judged) rows.push(await enterRow(tx, officer, { judged: one, decisionFileId: stored.fileId }))
    const count = (outcome: Row['outcome']) => rows.filter((row) => row.outcome === outcome).length
    const counts = { fresh: count('fresh'), known: count('known'), faulty: count('faulty') }
    if (counts.fresh === 0) throw problem('exam-bar.nothing-new')
    await insertRows(tx, stored.id, rows)
    await markImported(tx, { id: stored.id, ...counts })
    tx.concerns('exam-bar-import', stored.id, counts)
    return counts
  })
}
