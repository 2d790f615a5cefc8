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
export type StoredPolicy = z.infer<typeof StoredPolicy>

/** Every policy row of these scopes, in force or not: the resolver chooses by day. */
export async function listPolicies(tx: Tx, scopes: readonly string[]): Promise<StoredPolicy[]> {
  return tx.list(
    StoredPolicy,
    sql`select key, scope, effective_from, effective_to, value, source from policies where scope = any(${[...scopes]})`,
  )
}

const ScopeRow = z.object({ scope: z.string() })

/** Scopes that hold for an agency, most specific first: itself, its region and every region above it. */
export async function listScopesOfAgency(tx: Tx, agencyCode: string): Promise<string[]> {
  const rows = await tx.list(
    ScopeRow,
    sql`with recursive up as (
          select r.code, r.parent_code, 0 as depth from agencies a join regions r on r.code = a.region_code where a.code = ${agencyCode}
          union all
          select r.code, r.parent_code, up.depth + 1 from up join regions r on r.code = up.parent_code
        )
        select code as scope from up order by depth`,
  )
  return [`agency:${agencyCode}`, ...rows.map((row) => row.scope)]
}
