import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listPendingVettingEndpoint } from '@xingtan/contract/office/vetting'
import { daysBetween } from '@xingtan/domain/calendar-day'
import type { VettingKind } from '@xingtan/domain/case-vetting'
import { findPoliceOffice } from '@xingtan/domain/police-office'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import { needsPaper } from '@xingtan/domain/vetting-paper'
import type { Context } from '../../platform/context.ts'
import { getOfficer, listCaseRows, toCaseRow } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { freshSince } from './fresh-since.ts'
import { listPending } from './sql.ts'
import { listPoliceOffices } from './sql-office.ts'

/** The cases whose check of this kind is missing, without result or too old, oldest due day first (DEC-1, DEC-2). */
export async function listPendingVetting(
  ctx: Context,
  { kind }: { readonly kind: VettingKind },
): Promise<OutputOf<typeof listPendingVettingEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const book = await loadPolicyBook(tx, officer.agencyCode)
    const offices = kind === 'crime' ? await listPoliceOffices(tx) : []
    const pending = new Map((await listPending(tx, kind, freshSince(tx, book, kind))).map((row) => [row.id, row]))
    const rows = await listCaseRows(tx, [...pending.keys()])
    return {
      rows: rows.flatMap((row) => {
        const found = pending.get(row.id)
        if (found === undefined) return []
        const office =
          offices.length === 0
            ? undefined
            : findPoliceOffice(offices, ctx.crypto.openColumn(row.numberSealed).slice(0, 6))
        return {
          row: toCaseRow(ctx.crypto, officer, row),
          why: found.why,
          days: daysBetween(shanghaiDay(found.since), tx.today),
          policeOfficeName: office?.name ?? null,
          needsPaper: kind === 'crime' && needsPaper(found.documentType),
        }
      }),
    }
  })
}
