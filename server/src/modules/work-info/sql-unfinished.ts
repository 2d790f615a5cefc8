import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Unfinished = z.object({ year: z.number(), dueOn: z.string() })

/** Collections for which an agency has not handed its form in. */
export async function listUnfinishedForms(tx: Tx, agencyCode: string): Promise<z.infer<typeof Unfinished>[]> {
  return tx.list(
    Unfinished,
    sql`select c.year, c.due_on from work_info_collections c
        left join work_info_forms f on f.collection_id = c.id and f.agency_code = ${agencyCode}
        where agency_is_under(${agencyCode}, c.agency_code) and coalesce(f.state, 'filling') in ('filling', 'returned')
        order by c.year, c.due_on`,
  )
}
