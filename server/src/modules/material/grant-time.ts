import { addDays } from '@xingtan/domain/calendar-day'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import { addWorkingDays } from '@xingtan/domain/working-day'
import type { Tx } from '../../platform/db.ts'
import { addJob } from '../../platform/jobs.ts'
import { loadCalendar } from '../calendar/index.ts'
import type { CaseRecord } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { deskRuleOf } from './desk-rule.ts'
import { type NewRequest, insertRequest } from './sql-request.ts'
import { findConfirmEnd } from './window.ts'

/** The day the rule of the agency gives from today: working days, at most to the end of the confirmation (CNF-4). */
export async function proposeDueDay(tx: Tx, record: CaseRecord): Promise<string> {
  const book = await loadPolicyBook(tx, record.agencyCode)
  const { supplementWorkingDays } = deskRuleOf(record, book)
  const { day } = addWorkingDays(await loadCalendar(tx), tx.today, supplementWorkingDays)
  const endsOn = await findConfirmEnd(tx, record)
  return endsOn !== null && endsOn < day ? endsOn : day
}

/** Reminders the day before and on the last day, nine o'clock in Shanghai; a day that is over is left out. */
export async function addReminders(tx: Tx, supplementId: string, dueOn: string): Promise<void> {
  for (const day of [addDays(dueOn, -1), dueOn]) {
    if (day <= tx.today) continue
    await addJob(
      tx,
      'material.remind',
      { supplementId, dueOn, on: day },
      { dedupeKey: `material.remind:${supplementId}:${day}`, runAt: shanghaiInstant(day, '09:00') },
    )
  }
}

/** Asks a person to put something right by a day, in place of what was asked before, with the reminders. */
export async function grantTime(tx: Tx, row: NewRequest): Promise<{ readonly round: number }> {
  const { id, round } = await insertRequest(tx, row)
  await addReminders(tx, id, row.dueOn)
  return { round }
}
