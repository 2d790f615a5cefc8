import type { OutputOf } from '@xingtan/contract/endpoint'
import type { PendingVetting, listVettingBatchesEndpoint } from '@xingtan/contract/office/vetting'
import { daysBetween } from '@xingtan/domain/calendar-day'
import type { VettingKind } from '@xingtan/domain/case-vetting'
import { findPoliceOffice } from '@xingtan/domain/police-office'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import { needsPaper } from '@xingtan/domain/vetting-paper'
import type { Context } from '../../platform/context.ts'
import { getOfficer, listCaseRows, toCaseRow } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { freshSince, maxAgeDaysOf } from './fresh-since.ts'
import { type PendingRow, listBatches, listPending } from './sql.ts'
import { listPoliceOffices } from './sql-office.ts'

/** Batches of the agency with their counts, and the cases whose check is missing, without result or too old. */
export async function listVettingBatches(ctx: Context): Promise<OutputOf<typeof listVettingBatchesEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const book = await loadPolicyBook(tx, officer.agencyCode)
    const batches = await listBatches(tx)
    const offices = await listPoliceOffices(tx)
    const crime = await listPending(tx, 'crime', freshSince(tx, book, 'crime'))
    const offence = await listPending(tx, 'offence', freshSince(tx, book, 'offence'))
    const rows = await listCaseRows(tx, [...new Set([...crime, ...offence].map(({ id }) => id))])
    const toPending = (kind: VettingKind, pending: readonly PendingRow[]): PendingVetting[] =>
      rows.flatMap((row) => {
        const found = pending.find(({ id }) => id === row.id)
        if (found === undefined) return []
        const areaCode = ctx.crypto.openColumn(row.numberSealed).slice(0, 6)
        return {
          row: toCaseRow(ctx.crypto, officer, row),
          why: found.why,
          days: daysBetween(shanghaiDay(found.since), tx.today),
          policeOfficeName: kind === 'crime' ? (findPoliceOffice(offices, areaCode)?.name ?? null) : null,
          needsPaper: kind === 'crime' && needsPaper(found.documentType),
        }
      })
    return {
      batches: batches.map((batch) => ({ ...batch, requestedAt: batch.requestedAt.toISOString() })),
      pending: { crime: toPending('crime', crime), offence: toPending('offence', offence) },
      maxAgeDays: { crime: maxAgeDaysOf(tx, book, 'crime'), offence: maxAgeDaysOf(tx, book, 'offence') },
    }
  })
}
