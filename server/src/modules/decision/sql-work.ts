import { z } from 'zod'
import { CaseStage } from '@xingtan/contract/office/case'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const StageCount = z.object({
  stage: CaseStage,
  count: z.number(),
  overdue: z.number(),
  today: z.number(),
  week: z.number(),
})
export type StageCount = z.infer<typeof StageCount>

/** Open cases in scope by stage and due day: the counters and what is not yet folded into them, exact in one snapshot. */
export async function countWork(tx: Tx, lastOfWeek: string): Promise<StageCount[]> {
  return tx.list(
    StageCount,
    sql`select stage, sum(count)::bigint as count, coalesce(sum(count) filter (where due_on < ${tx.today}), 0)::bigint as overdue,
          coalesce(sum(count) filter (where due_on = ${tx.today}), 0)::bigint as today,
          coalesce(sum(count) filter (where due_on between ${tx.today} and ${lastOfWeek}), 0)::bigint as week
        from (select stage, due_on, count from case_counters where agency_code = app_agency_code()
          union all select stage, due_on, delta from case_counter_changes where agency_code = app_agency_code()) counted
        group by stage having sum(count) > 0 order by stage`,
  )
}

const NextCase = z.object({ id: z.string() })

/** The case after this one in the queue of its stage. */
export async function findNextCase(
  tx: Tx,
  current: { readonly id: string; readonly stage: string; readonly dueOn: string | null },
): Promise<string | null> {
  const { id, stage, dueOn } = current
  const next = await tx.find(
    NextCase,
    sql`select id from applications where agency_code = app_agency_code() and stage <> 'closed' and stage = ${stage}
          and (case when due_on is null then 'infinity'::date else due_on end, id) > (${dueOn ?? 'infinity'}::date, ${id}::uuid)
        order by case when due_on is null then 'infinity'::date else due_on end, id limit 1`,
  )
  return next?.id ?? null
}
