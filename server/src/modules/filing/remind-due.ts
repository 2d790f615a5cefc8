import { addDays } from '@xingtan/domain/calendar-day'
import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { listDues, loadFilingRules } from './get-subject.ts'
import { insertReminders, listProvinces } from './sql-reminder.ts'

/** A filing that was due long ago is history; nobody is reminded of it by the system. */
const REMIND_FOR_DAYS = 60

async function remindProvince(tx: Tx, code: string): Promise<void> {
  const { remindDaysBefore } = await loadFilingRules(tx, code)
  const ofProvince = (await listDues(tx, { code, level: 'province' })).map((due) => ({ due, levels: ['province'] }))
  const below = (await listDues(tx, { code, level: 'county' })).map((due) => ({ due, levels: ['city', 'county'] }))
  for (const { due, levels } of [...ofProvince, ...below]) {
    const { kind, year, roundId, dueOn } = due
    const isOver = dueOn < tx.today
    if (!isOver && addDays(dueOn, -remindDaysBefore) > tx.today) continue
    if (addDays(dueOn, REMIND_FOR_DAYS) < tx.today) continue
    const cause = isOver ? 'overdue' : 'due-soon'
    await insertReminders(tx, { kind, year, roundId, dueOn, cause, topCode: code, levels })
  }
}

/** Job: who is about to be late, or is, gets one site notice for each (PLN-4). Running twice adds nothing. */
export async function remindDue(services: Services, run: JobRun): Promise<void> {
  const provinces = await services.db.transaction({}, (tx) => listProvinces(tx), 'read')
  for (const code of provinces) {
    await services.db.transaction({}, async (tx) => {
      await run.holdLease(tx)
      await remindProvince(tx, code)
    })
  }
}
