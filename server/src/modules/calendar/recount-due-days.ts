import { HolidayNotice } from '@xingtan/contract/office/calendar'
import { recountDueDay } from '@xingtan/domain/calendar-notice'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Calendar } from '@xingtan/domain/working-day'
import { appendAudit } from '../../platform/audit.ts'
import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { loadCalendar } from './load-calendar.ts'
import { type CalendarRun, type OpenCase, lockProvisional, lockRun, moveDueDay, noteProgress } from './sql-run.ts'

const BATCH = 200

/** The calendar as it stood before the notice was entered. */
function without(after: Calendar, notice: HolidayNotice): Calendar {
  const drop = (days: ReadonlySet<string>, listed: readonly string[]) =>
    new Set([...days].filter((day) => !listed.includes(day)))
  return {
    coverage: { from: after.coverage.from, to: String(Number(notice.year) - 1) },
    holidays: drop(
      after.holidays,
      notice.holidays.map(({ day }) => day),
    ),
    workdays: drop(after.workdays, notice.workdays),
  }
}

async function recountCase(
  tx: Tx,
  calendars: { readonly before: Calendar; readonly after: Calendar },
  item: OpenCase,
): Promise<{ readonly isMoved: boolean; readonly isSettled: boolean }> {
  // A window that closes at 24:00 ends on the day before: half-open intervals.
  const from = shanghaiDay(new Date(item.countedFrom.getTime() - 1))
  const due = recountDueDay(calendars, from, item.dueOn)
  await moveDueDay(tx, { id: item.id, dueOn: due.day, isProvisional: due.provisional })
  return { isMoved: due.day !== item.dueOn, isSettled: !due.provisional }
}

async function recountBatch(
  tx: Tx,
  run: CalendarRun,
): Promise<{ readonly isFinished: boolean; readonly moved: number }> {
  const after = await loadCalendar(tx)
  const before = without(after, HolidayNotice.parse(run.body))
  const cases = await lockProvisional(tx, run.afterId, BATCH)
  const results = []
  for (const item of cases) results.push(await recountCase(tx, { before, after }, item))
  const isFinished = cases.length < BATCH
  const moved = results.filter(({ isMoved }) => isMoved).length
  await noteProgress(tx, {
    proposalId: run.proposalId,
    afterId: cases.at(-1)?.id ?? null,
    seen: cases.length,
    moved,
    settled: results.filter(({ isSettled }) => isSettled).length,
    isFinished,
  })
  return { isFinished, moved }
}

/**
 * Lets the due days of open cases follow a holiday notice, two hundred a transaction: the mark of how far it has come
 * moves with the due days, so that a run that dies goes on where it stopped and never counts a case twice (PLN-3, R-010).
 */
export async function recountDueDays(services: Services, job: JobRun): Promise<void> {
  const proposalId = job.job.payload['proposalId'] ?? ''
  for (let isFinished = false; !isFinished;) {
    isFinished = await services.db.transaction({}, async (tx) => {
      await job.holdLease(tx)
      const run = await lockRun(tx, proposalId)
      if (run === undefined || run.finishedAt !== null) return true
      const done = await recountBatch(tx, run)
      await appendAudit(tx, services.crypto, {
        event: 'calendar.recount',
        outcome: 'done',
        actor: { kind: 'system' },
        object: { kind: 'proposal', id: proposalId, detail: { year: run.year, moved: done.moved } },
        correlationId: `calendar:${proposalId}`,
        addressHash: null,
      })
      return done.isFinished
    })
  }
}
