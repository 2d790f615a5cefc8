import type { Refusal } from '@xingtan/contract/problem'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import { type FoundDay, addWorkingDays } from '@xingtan/domain/working-day'
import type { Tx } from '../../platform/db.ts'
import { loadCalendar } from '../calendar/index.ts'
import type { CaseRecord } from '../case/index.ts'
import { loadAgencyPlan } from '../plan/index.ts'
import type { PolicyBook } from '../policy/index.ts'

export interface ConfirmWindow {
  readonly refusals: readonly Refusal[]
  /** Last day of the confirmation of the plan. */
  readonly endsOn: string | null
}

/** Whether the desk of the case's point may decide now (CNF-6), and when the confirmation of its round ends. */
export async function loadConfirmWindow(tx: Tx, record: CaseRecord): Promise<ConfirmWindow> {
  const { plan, openingOf } = await loadAgencyPlan(tx, record.agencyCode)
  const opening = openingOf('confirm', record.pointId)
  // A window that closes at 24:00 ends on the day before: half-open intervals.
  const endsOn = plan === undefined ? null : shanghaiDay(new Date(plan.confirmClosesAt.getTime() - 1))
  if (!opening.open) {
    return { refusals: [{ code: 'confirmation.window-closed', values: { sentence: opening.sentence } }], endsOn }
  }
  if (opening.roundId !== record.roundId) return { refusals: [{ code: 'confirmation.other-round' }], endsOn }
  return { refusals: [], endsOn }
}

/**
 * The day by which the conclusion is due: working days from the end of the confirmation; 暂定 while the calendar of that
 * year is not published. 教师资格条例 art. 16 and its 实施办法: thirty working days after acceptance ends (domain §8.1).
 */
export async function findDueDay(tx: Tx, book: PolicyBook, endsOn: string): Promise<FoundDay> {
  const { decisionWorkingDays } = book.resolve('plan.minimums', tx.today).value
  return addWorkingDays(await loadCalendar(tx), endsOn, decisionWorkingDays)
}
