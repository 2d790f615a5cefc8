import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Run = z.object({
  proposalId: z.string(),
  year: z.number(),
  body: z.unknown(),
  afterId: z.string().nullable(),
  finishedAt: z.date().nullable(),
})
export type CalendarRun = z.infer<typeof Run>

/** How far a notice has been followed, held until the end of the transaction: two runs never do the same case. */
export async function lockRun(tx: Tx, proposalId: string): Promise<CalendarRun | undefined> {
  const held = await tx.run(sql`select 1 from calendar_runs where proposal_id = ${proposalId} for update`)
  if (held === 0) return undefined
  return tx.find(
    Run,
    sql`select r.proposal_id, r.year, p.body, r.after_id, r.finished_at
        from calendar_runs r join proposals p on p.id = r.proposal_id where r.proposal_id = ${proposalId}`,
  )
}

const Open = z.object({
  id: z.string(),
  dueOn: z.string(),
  /** Where the counting of the due day began: the end of the confirmation. */
  countedFrom: z.date(),
})
export type OpenCase = z.infer<typeof Open>

/** Open cases whose due day is 暂定, by id; held, so that nobody concludes them meanwhile. */
export async function lockProvisional(tx: Tx, afterId: string | null, limit: number): Promise<OpenCase[]> {
  return tx.list(
    Open,
    sql`select a.id, a.due_on, coalesce(
            (select p.confirm_closes_at from agency_plans p where p.agency_code = a.agency_code and p.round_id = a.round_id),
            (a.snapshot ->> 'confirmTo')::timestamptz) as counted_from
        from applications a
        where a.due_on is not null and a.stage <> 'closed' and a.due_provisional
          and (${afterId}::uuid is null or a.id > ${afterId}::uuid)
        order by a.id limit ${limit} for update of a`,
  )
}

/** The version stays: what an officer has on the screen is not about this day. */
export async function moveDueDay(
  tx: Tx,
  row: { readonly id: string; readonly dueOn: string; readonly isProvisional: boolean },
): Promise<void> {
  await tx.run(sql`
    update applications set due_on = ${row.dueOn}, due_provisional = ${row.isProvisional}
    where id = ${row.id}`)
}

export async function noteProgress(
  tx: Tx,
  progress: {
    readonly proposalId: string
    readonly afterId: string | null
    readonly seen: number
    readonly moved: number
    readonly settled: number
    readonly isFinished: boolean
  },
): Promise<void> {
  await tx.run(sql`
    update calendar_runs set after_id = coalesce(${progress.afterId}::uuid, after_id), seen = seen + ${progress.seen},
      moved = moved + ${progress.moved}, settled = settled + ${progress.settled},
      finished_at = case when ${progress.isFinished}::boolean then ${tx.now}::timestamptz end
    where proposal_id = ${progress.proposalId}`)
}

const YearRow = z.object({
  year: z.number(),
  source: z.string(),
  holidays: z.array(z.string()),
  workdays: z.array(z.string()),
  seen: z.number().nullable(),
  moved: z.number().nullable(),
  settled: z.number().nullable(),
  finishedAt: z.date().nullable(),
})

/** Covered years, the newest first, with the run of the notice that covers each. */
export async function listYears(tx: Tx): Promise<z.infer<typeof YearRow>[]> {
  const daysOf = (kind: 'holiday' | 'workday') =>
    sql`array(select d.day::text from calendar_days d where extract(year from d.day) = y.year and d.kind = ${kind} order by d.day)`
  return tx.list(
    YearRow,
    sql`select y.year, y.source, ${daysOf('holiday')} as holidays, ${daysOf('workday')} as workdays,
          r.seen, r.moved, r.settled, r.finished_at
        from calendar_years y left join calendar_runs r on r.proposal_id = y.proposal_id order by y.year desc`,
  )
}

const Total = z.object({ count: z.number() })

/** Open cases whose due day is 暂定: a small index of its own, and asked when a notice is looked at only. */
export async function countProvisional(tx: Tx): Promise<number> {
  const { count } = await tx.get(Total, sql`select provisional_case_count() as count`)
  return count
}
