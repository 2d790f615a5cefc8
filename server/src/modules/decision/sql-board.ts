import { z } from 'zod'
import { AgencyLevel } from '@xingtan/contract/agency-reference'
import type { Tx } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'

const BoardRow = z.object({
  agencyCode: z.string(),
  agencyName: z.string(),
  level: AgencyLevel,
  hasBelow: z.boolean(),
  open: z.number(),
  overdue: z.number(),
  today: z.number(),
  week: z.number(),
  escalated: z.number(),
})

/** Days that a board is drawn by. */
export interface BoardDays {
  readonly lastOfWeek: string
  /** Cases due on this day or earlier stand on the board of the level above. */
  readonly escalatedUntil: string
}

function sums(tx: Tx, { lastOfWeek, escalatedUntil }: BoardDays): Sql {
  return sql`coalesce(sum(n.count), 0)::bigint as open,
    coalesce(sum(n.count) filter (where n.due_on < ${tx.today}), 0)::bigint as overdue,
    coalesce(sum(n.count) filter (where n.due_on = ${tx.today}), 0)::bigint as today,
    coalesce(sum(n.count) filter (where n.due_on between ${tx.today} and ${lastOfWeek}), 0)::bigint as week,
    coalesce(sum(n.count) filter (where n.due_on <= ${escalatedUntil}), 0)::bigint as escalated`
}

const shown = sql`g.code as agency_code, g.name as agency_name, g.level,
  exists (select 1 from agencies c where c.parent_code = g.code) as has_below`

/** The agencies directly below this one, each with everything below it: of the size of the tree, not of the cases. */
export async function listBoardRows(tx: Tx, agencyCode: string, days: BoardDays): Promise<z.infer<typeof BoardRow>[]> {
  return tx.list(
    BoardRow,
    sql`select ${shown}, ${sums(tx, days)}
        from agencies g left join count_cases_below(${agencyCode}) n on n.agency_code = g.code
        where g.parent_code = ${agencyCode} group by g.code, g.name, g.level order by g.code`,
  )
}

/** What one agency decides itself: the counters and what is not yet folded into them, exact in one snapshot. */
export async function getOwnBoardRow(tx: Tx, agencyCode: string, days: BoardDays): Promise<z.infer<typeof BoardRow>> {
  return tx.get(
    BoardRow,
    sql`select ${shown}, ${sums(tx, days)}
        from agencies g left join (select agency_code, due_on, count from case_counters
          union all select agency_code, due_on, delta from case_counter_changes) n on n.agency_code = g.code
        where g.code = ${agencyCode} group by g.code, g.name, g.level`,
  )
}

const Place = z.object({ code: z.string(), name: z.string() })

/** From the officer's own agency down to this one; empty when it is not below. */
export async function listPathDown(tx: Tx, ownCode: string, agencyCode: string): Promise<z.infer<typeof Place>[]> {
  return tx.list(
    Place,
    sql`with recursive up as (
          select code, name, parent_code, 0 as height from agencies where code = ${agencyCode}
          union all
          select a.code, a.name, a.parent_code, u.height + 1 from up u join agencies a on a.code = u.parent_code
          where u.code <> ${ownCode}
        )
        select code, name from up where exists (select 1 from up o where o.code = ${ownCode}) order by height desc`,
  )
}

/** Moves the changes of writing transactions into the counters. */
export async function foldCounters(tx: Tx): Promise<void> {
  await tx.run(sql`select fold_case_counters()`)
}
