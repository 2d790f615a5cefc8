import { randomUUID } from 'node:crypto'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { requestVettingEndpoint } from '@xingtan/contract/office/vetting'
import type { VettingKind } from '@xingtan/domain/case-vetting'
import { findPoliceOffice } from '@xingtan/domain/police-office'
import type { Crypto } from '../../platform/crypto.ts'
import type { WorkTx } from '../../platform/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { type CaseRecord, getOfficer } from '../case/index.ts'
import { insertBatch } from './sql.ts'
import { type PoliceOffice, listPoliceOffices } from './sql-office.ts'

export interface CaseToAsk {
  readonly record: Pick<CaseRecord, 'id' | 'numberSealed'>
  readonly consentId: string | null
}

const AREA_DIGITS = 6

/** Cases by the police office that answers for them; the offence query and an agency without offices have one group. */
function groupByOffice(
  crypto: Pick<Crypto, 'openColumn'>,
  offices: readonly PoliceOffice[],
  cases: readonly CaseToAsk[],
): Map<PoliceOffice | undefined, CaseToAsk[]> {
  const groups = new Map<PoliceOffice | undefined, CaseToAsk[]>()
  for (const one of cases) {
    const areaCode = crypto.openColumn(one.record.numberSealed).slice(0, AREA_DIGITS)
    const office = findPoliceOffice(offices, areaCode)
    groups.set(office, [...(groups.get(office) ?? []), one])
  }
  return groups
}

/** Lays a batch for each police office; those that go by the exchange leave by a job, the others wait to be taken out. */
export async function startBatches(
  tx: WorkTx,
  crypto: Pick<Crypto, 'openColumn'>,
  { kind, cases }: { readonly kind: VettingKind; readonly cases: readonly CaseToAsk[] },
): Promise<OutputOf<typeof requestVettingEndpoint>> {
  const officer = getOfficer(tx)
  const offices = kind === 'crime' ? await listPoliceOffices(tx) : []
  const started: OutputOf<typeof requestVettingEndpoint>['batches'] = []
  for (const [office, group] of groupByOffice(crypto, offices, cases)) {
    const batchId = randomUUID()
    const way = office?.way ?? 'api'
    await insertBatch(tx, {
      id: batchId,
      agencyCode: officer.agencyCode,
      kind,
      way,
      policeOfficeId: office?.id ?? null,
      requestedBy: officer.userId,
      rows: group.map(({ record, consentId }) => ({ id: randomUUID(), applicationId: record.id, consentId })),
    })
    if (way === 'api') await addJob(tx, 'vetting.send', { batchId }, { dedupeKey: `vetting.send:${batchId}` })
    tx.concerns('vetting-batch', batchId, { kind, way, count: group.length })
    started.push({ batchId, count: group.length, way, policeOfficeName: office?.name ?? null })
  }
  return { batches: started, count: cases.length }
}
