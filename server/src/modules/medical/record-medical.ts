import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { recordMedicalEndpoint } from '@xingtan/contract/office/medical'
import { refuseMedicalRecord } from '@xingtan/domain/medical'
import type { Context } from '../../platform/context.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { appendCaseEvents, getOfficer, lockCaseFor } from '../case/index.ts'
import { loadMedicalRule } from './rule.ts'
import { insertMedicalRecords } from './sql.ts'

/** 体检结论 of one case ahead of its confirmation: named hospital, accepted form, within its validity (CNF-5). */
export async function recordMedical(
  ctx: Context,
  input: InputOf<typeof recordMedicalEndpoint>,
): Promise<{ version: number }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'confirm' })
    const { places, limits } = await loadMedicalRule(tx, record.agencyCode)
    const { conclusion, examinedOn, hospital, formVersion } = input
    const medical = { conclusion, examinedOn, hospital, formVersion }
    throwIfRefused(refuseMedicalRecord(medical, places, limits))
    const id = randomUUID()
    await insertMedicalRecords(tx, [
      {
        id,
        applicationId: record.id,
        agencyCode: record.agencyCode,
        ...medical,
        importId: null,
        recordedBy: officer.userId,
      },
    ])
    await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
      { applicationId: record.id, kind: 'medical-recorded', data: { medicalRecordId: id } },
    ])
    tx.concerns('application', record.id, { medicalRecordId: id })
    return { version: record.version }
  })
}
