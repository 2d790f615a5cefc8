import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const StoredPolicy = z.object({
  key: z.string(),
  scope: z.string(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  value: z.unknown(),
  source: z.string(),
})

const ScopedPolicy = StoredPolicy.extend({ key: z.string().nullable() })

/**
 * Every policy row of an agency's scopes, in force or not, since the resolver chooses by day: the agency itself, its
 * region, every region above it, and the nation; `null` asks for the nation alone. Most specific scope first; a scope
 * without rows is named by one row without a key.
 */
export async function listPolicies(tx: Tx, agencyCode: string | null): Promise<z.infer<typeof ScopedPolicy>[]> {
  return tx.list(
    ScopedPolicy,
    sql`with recursive up as (
          select r.code, r.parent_code, 0 as depth from agencies a join regions r on r.code = a.region_code where a.code = ${agencyCode}
          union all
          select r.code, r.parent_code, up.depth + 1 from up join regions r on r.code = up.parent_code
        ), scopes as (
          select 'agency:' || ${agencyCode}::text as scope, -1 as depth where ${agencyCode}::text is not null
          union all
          select code, depth from up
          union all
          select 'nation', 99
        )
        select s.scope, p.key, coalesce(p.effective_from, '0001-01-01') as effective_from, p.effective_to, p.value,
          coalesce(p.source, '') as source
        from scopes s left join policies p on p.scope = s.scope order by s.depth`,
  )
}
