import { isTimeRunning } from '@xingtan/domain/material'
import type { Tx } from '../../platform/db.ts'
import type { CaseRecord } from '../case/index.ts'
import type { Opening } from '../plan/index.ts'
import { grantTime, proposeDueDay } from './grant-time.ts'
import { findOnlineCase, setOnlineState } from './sql-online.ts'
import { closeOpenRequest, findOpenRequest } from './sql-request.ts'

/**
 * Whether the owner may change the application now: inside the 网报 window, or inside the time granted with a 留言 while
 * only the agency's or province's window is over (domain §9.1, row 2). The nation's closures hold for everybody.
 */
export async function mayAmendNow(tx: Tx, record: CaseRecord, opening: Opening): Promise<boolean> {
  if (opening.open) return true
  const isOverHere = opening.closedBy === 'agency' || opening.closedBy === 'province'
  if (!isOverHere || opening.roundId !== record.roundId) return false
  const request = await findOpenRequest(tx, record.id)
  return request !== undefined && isTimeRunning(request.dueOn, tx.today)
}

/** 调整认定状态 gives time as well, or the person could change nothing once the 网报 window is over (CNF-4). */
export async function grantTimeOnReturn(
  tx: Tx,
  record: CaseRecord,
  { note, requestedBy }: { readonly note: string; readonly requestedBy: string },
): Promise<string | null> {
  const dueOn = await proposeDueDay(tx, record)
  if (dueOn <= tx.today) return null
  await grantTime(tx, { applicationId: record.id, items: [], note, dueOn, dueReason: null, requestedBy })
  return dueOn
}

/** The application was changed: what was asked of it alone is done; files that were asked for still are. */
export async function closeAfterAmend(tx: Tx, applicationId: string): Promise<void> {
  const request = await findOpenRequest(tx, applicationId)
  if (request === undefined || request.items.length > 0) return
  await closeOpenRequest(tx, applicationId)
  if ((await findOnlineCase(tx, applicationId)) !== undefined) await setOnlineState(tx, applicationId, 'handed-in')
}
