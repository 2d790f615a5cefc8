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

/** Open cases in scope by stage and due day, off the index of the queue. */
export async function countWork(tx: Tx, lastOfWeek: string): Promise<StageCount[]> {
  return tx.list(
    StageCount,
    sql`select stage, count(*) as count, count(*) filter (where due_on < ${tx.today}) as overdue,
          count(*) filter (where due_on = ${tx.today}) as today,
          count(*) filter (where due_on between ${tx.today} and ${lastOfWeek}) as week
        from applications where agency_code = app_agency_code() and stage <> 'closed' group by stage order by stage`,
  )
}

const NextCase = z.object({ id: z.string() })

/** The case after this one in the queue of its stage. */
export async function findNextCase(
  tx: Tx,
  current: { readonly id: string; readonly stage: string; readonly dueOn: string | null },
): Promise<string | null> {
  const { id, stage, dueOn } = current
  const later =
    dueOn === null
      ? sql`due_on is null and id > ${id}`
      : sql`(due_on is null or (due_on, id) > (${dueOn}::date, ${id}::uuid))`
  const next = await tx.find(
    NextCase,
    sql`select id from applications where agency_code = app_agency_code() and stage <> 'closed' and stage = ${stage}
          and ${later} order by due_on, id limit 1`,
  )
  return next?.id ?? null
}
