import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listVettingBatchesEndpoint } from '@xingtan/contract/office/case'
import { addDays } from '@xingtan/domain/calendar-day'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { getOfficer, listCaseRows, toCaseRow } from '../case/index.ts'
import { type PolicyBook, loadPolicyBook } from '../policy/index.ts'
import { listBatches, listPending } from './sql.ts'

const MAX_AGES = { crime: 'vetting.crime-max-age-days', offence: 'vetting.offence-max-age-days' } as const

/** Answers of earlier days than this are too old today. */
function freshSince(tx: Tx, book: PolicyBook, kind: 'crime' | 'offence'): Date {
  const days = book.resolve(MAX_AGES[kind], tx.today).value
  return shanghaiInstant(addDays(tx.today, -days), '00:00')
}

/** Batches of the agency with their counts, and the cases whose check is missing, failed or too old. */
export async function listVettingBatches(ctx: Context): Promise<OutputOf<typeof listVettingBatchesEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const book = await loadPolicyBook(tx, officer.agencyCode)
    const batches = await listBatches(tx)
    const crime = await listPending(tx, 'crime', freshSince(tx, book, 'crime'))
    const offence = await listPending(tx, 'offence', freshSince(tx, book, 'offence'))
    const rows = await listCaseRows(tx, [...new Set([...crime, ...offence])])
    const listed = rows.map((row) => toCaseRow(ctx.crypto, officer, row))
    const rowsOf = (ids: readonly string[]) => listed.filter((row) => ids.includes(row.applicationId))
    return {
      batches: batches.map((batch) => ({ ...batch, requestedAt: batch.requestedAt.toISOString() })),
      pending: { crime: rowsOf(crime), offence: rowsOf(offence) },
    }
  })
}
