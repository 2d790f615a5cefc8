import { randomUUID } from 'node:crypto'
import { normaliseRegistrationNumber } from '@xingtan/domain/registration-number'
import type { Context, WorkTx } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { appendCaseEvents, getOfficer, lockCase } from '../case/index.ts'
import { insertMedicalRecords } from './sql.ts'
import { type UnmatchedRow, findOpenCases, lockUnmatched, solveUnmatched as solve } from './sql-import.ts'

interface Solve {
  readonly unmatchedId: string
  readonly registrationNumber: string | null
}

async function giveTo(tx: WorkTx, row: UnmatchedRow, registrationNumber: string): Promise<string> {
  const officer = getOfficer(tx)
  const wanted = normaliseRegistrationNumber(registrationNumber)
  const [found] = await findOpenCases(tx, { registrationNumbers: [wanted], personIndexes: [] })
  const record = found === undefined ? undefined : await lockCase(tx, found.id)
  if (record === undefined || record.stage === 'closed') {
    throw problem('medical.not-found', { field: 'registrationNumber' })
  }
  const id = randomUUID()
  const { conclusion, examinedOn, hospital, formVersion } = row
  const facts = { conclusion, examinedOn, hospital, formVersion }
  const { agencyCode } = record
  await insertMedicalRecords(tx, [
    { id, applicationId: record.id, agencyCode, ...facts, importId: null, recordedBy: officer.userId },
  ])
  await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
    { applicationId: record.id, kind: 'medical-recorded', data: { medicalRecordId: id } },
  ])
  tx.concerns('application', record.id, { medicalRecordId: id })
  return id
}

/** An officer gives a row to the case it belongs to, or lays it aside; each row once (CNF-5). */
export async function solveUnmatched(ctx: Context, input: Solve): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const row = await lockUnmatched(tx, input.unmatchedId)
    if (row === undefined) throw problem('request.not-found')
    if (row.state !== 'open') throw problem('medical.solved')
    const { registrationNumber } = input
    const medicalRecordId = registrationNumber === null ? null : await giveTo(tx, row, registrationNumber)
    await solve(tx, row.id, { solvedBy: officer.userId, medicalRecordId })
    tx.concerns('medical-row', row.id, { outcome: medicalRecordId === null ? 'dismissed' : 'matched' })
    return { done: true }
  })
}
