import { randomUUID } from 'node:crypto'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context, WorkTx } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { appendCaseEvents } from '../case/index.ts'
import type { MatchedRow } from './match-rows.ts'
import { insertMedicalRecords } from './sql.ts'
import { type NewUnmatched, insertImport, insertUnmatched } from './sql-import.ts'

interface SheetToSave {
  readonly importId: string
  readonly fileHash: string
  readonly officer: OfficerActor
  readonly matched: readonly MatchedRow[]
}

/** Writes an import: conclusions with their events, the rest on the work list with number and name sealed. */
export async function saveImport(ctx: Context, tx: WorkTx, sheet: SheetToSave): Promise<void> {
  const { importId, fileHash, officer, matched } = sheet
  const { userId, agencyCode } = officer
  const found = matched.flatMap(({ row, match }) =>
    match.kind === 'found' ? { row, applicationId: match.applicationId, id: randomUUID() } : [],
  )
  const counts = { rowCount: matched.length, matchedCount: found.length }
  const isNew = await insertImport(tx, { id: importId, agencyCode, fileHash, ...counts, importedBy: userId })
  if (isNew === 0) throw problem('medical.imported-before')
  await insertMedicalRecords(
    tx,
    found.map(({ row, applicationId, id }) => {
      const { conclusion, examinedOn, hospital, formVersion } = row
      const facts = { conclusion, examinedOn, hospital, formVersion }
      return { id, applicationId, agencyCode, ...facts, importId, recordedBy: userId }
    }),
  )
  await appendCaseEvents(
    tx,
    { kind: 'officer', id: userId },
    found.map(({ applicationId, id }) => ({ applicationId, kind: 'medical-recorded', data: { medicalRecordId: id } })),
  )
  const loose = matched.flatMap(({ row, match }): NewUnmatched[] => {
    if (match.kind === 'found') return []
    const { key, name, row: rowNumber, ...facts } = row
    const sealed = { keySealed: ctx.crypto.sealColumn(key), nameSealed: ctx.crypto.sealColumn(name) }
    return [{ id: randomUUID(), importId, agencyCode, rowNumber, ...sealed, ...facts, problem: match.kind }]
  })
  await insertUnmatched(tx, loose)
  tx.concerns('medical-import', importId, { rows: matched.length, matched: found.length })
}
