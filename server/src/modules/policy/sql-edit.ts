import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'

const EditedPolicy = z.object({
  scope: z.string(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  value: z.unknown(),
  source: z.string(),
})
export type EditedPolicy = z.infer<typeof EditedPolicy>

const columns = sql`p.scope, p.effective_from, p.effective_to, p.value, p.source`

/** Every row of a key in these scopes, past and to come, latest first. */
export async function listPolicyRows(tx: Tx, key: string, scopes: readonly string[]): Promise<EditedPolicy[]> {
  return tx.list(
    EditedPolicy,
    sql`select ${columns} from policies p where p.key = ${key} and p.scope = any(${[...scopes]}) order by p.effective_from desc`,
  )
}

const KeyedPolicy = EditedPolicy.extend({ key: z.string() })

/** Every row in these scopes that is in force on a day. */
export async function listRowsInForce(
  tx: Tx,
  scopes: readonly string[],
  day: string,
): Promise<z.infer<typeof KeyedPolicy>[]> {
  return tx.list(
    KeyedPolicy,
    sql`select p.key, ${columns} from policies p where p.scope = any(${[...scopes]})
        and p.effective_from <= ${day} and (p.effective_to is null or p.effective_to > ${day})`,
  )
}

const Step = z.object({ scope: z.string(), title: z.string() })

/** The way from the nation down to a scope, the scope itself last; empty when there is no such place. */
export async function listPathTo(tx: Tx, scope: string): Promise<z.infer<typeof Step>[]> {
  return tx.list(
    Step,
    sql`with recursive asked as (
          select a.region_code as region, 'agency:' || a.code as agency, a.name from agencies a
          where 'agency:' || a.code = ${scope} and a.level <> 'nation'
          union all
          select r.code, null, null from regions r where r.code = ${scope} and r.level <> 'nation'
        ), up as (
          select r.code, r.name, r.parent_code, 1 as depth from regions r join asked on r.code = asked.region
          union all
          select r.code, r.name, r.parent_code, up.depth + 1 from up join regions r on r.code = up.parent_code
        ), steps as (
          select 'nation' as scope, '全国' as title, 99 as depth where ${scope} = 'nation' or exists (select 1 from asked)
          union all
          select code, name, depth from up
          union all
          select agency, name, 0 from asked where agency is not null
        )
        select scope, title from steps order by depth desc`,
  )
}

/** What lies one step below a scope: regions, and under a region the agencies that work for it. */
export async function listPlacesBelow(tx: Tx, scope: string): Promise<z.infer<typeof Step>[]> {
  const parent: Sql = scope === 'nation' ? sql`r.level = 'province'` : sql`r.parent_code = ${scope}`
  return tx.list(
    Step,
    sql`select scope, title from (
          select r.code as scope, r.name as title, 0 as place from regions r where ${parent}
          union all
          select 'agency:' || a.code, a.name, 1 from agencies a where a.region_code = ${scope}
        ) as below order by place, scope`,
  )
}

const Touched = z.object({ cases: z.number(), plans: z.number() })

/** How many open cases and coming or running plans lie under a scope; counting stops at `limit` cases. */
export async function countTouched(tx: Tx, scope: string, limit: number): Promise<z.infer<typeof Touched>> {
  return tx.get(
    Touched,
    sql`with recursive regions_under as (
          select code from regions where code = ${scope}
          union all
          select r.code from regions_under u join regions r on r.parent_code = u.code
        ), codes as (
          select a.code from agencies a
          where ${scope} = 'nation' or 'agency:' || a.code = ${scope} or a.region_code in (select code from regions_under)
        )
        select (select count(*) from (select 1 from applications c join codes on codes.code = c.agency_code
            where c.stage <> 'closed' limit ${limit}) as found)::int as cases,
          (select count(*) from agency_plans p join codes on codes.code = p.agency_code
            where p.confirm_closes_at > ${tx.now})::int as plans`,
  )
}
