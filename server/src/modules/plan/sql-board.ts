import { z } from 'zod'
import { PlanState } from '@xingtan/contract/office/plan'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { STATE, STEPS } from './sql-plan.ts'

const BoardRow = z.object({
  agencyCode: z.string(),
  agencyName: z.string(),
  planId: z.string().nullable(),
  state: PlanState.nullable(),
  announceBy: z.string().nullable(),
  completeBy: z.string().nullable(),
})
export type BoardRow = z.infer<typeof BoardRow>

/** The officer's agency and all below it with their plans of a round, by agency code. */
export async function listBoard(
  tx: Tx,
  asked: {
    readonly agencyCode: string
    readonly roundId: string
    readonly scope: 'children' | 'all'
    readonly after: string | null
    readonly limit: number
  },
): Promise<BoardRow[]> {
  return tx.list(
    BoardRow,
    sql`select a.code as agency_code, a.name as agency_name, p.id as plan_id,
          case when p.id is not null then ${STATE} end as state,
          coalesce(f.content, p.draft) ->> 'announceBy' as announce_by, coalesce(f.content, p.draft) ->> 'completeBy' as complete_by
        from agencies a left join plans p on p.agency_code = a.code and p.round_id = ${asked.roundId} ${STEPS}
        where a.code in (select agencies_under(${asked.agencyCode})) and a.code > ${asked.after ?? ''}
          and (${asked.scope === 'all'} or a.code = ${asked.agencyCode} or a.parent_code = ${asked.agencyCode})
        order by a.code limit ${asked.limit}`,
  )
}
