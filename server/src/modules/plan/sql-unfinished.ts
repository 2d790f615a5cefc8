import { z } from 'zod'
import { PlanState } from '@xingtan/contract/office/plan'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { STATE, STEPS } from './sql-plan.ts'

const Unfinished = z.object({ roundName: z.string(), state: PlanState })

/** Plans of an agency for rounds that are not over and that are not in force as they stand. */
export async function listUnfinishedPlans(tx: Tx, agencyCode: string): Promise<z.infer<typeof Unfinished>[]> {
  return tx.list(
    Unfinished,
    sql`select r.name as round_name, ${STATE} as state from plans p join rounds r on r.id = p.round_id ${STEPS}
        where p.agency_code = ${agencyCode} and r.closes_at > ${tx.now} and ${STATE} <> 'published' order by r.opens_at`,
  )
}
