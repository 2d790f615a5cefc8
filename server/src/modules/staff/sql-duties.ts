import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const DutyCount = z.object({ stage: z.string(), count: z.number() })
const Total = z.object({ count: z.number() })

/**
 * Open cases of the person's agencies that stand before one of the person's roles; at the own point for confirm users.
 * Ask it in a transaction that reads below when the person works under one's own agency.
 */
export async function countCasesBefore(tx: Tx, personId: string): Promise<z.infer<typeof DutyCount>[]> {
  return tx.list(
    DutyCount,
    sql`with held as (
          select distinct u.agency_code, u.point_id, role from staff_users u, unnest(u.roles) as role where u.person_id = ${personId}
        ), stages as (
          select agency_code, point_id, case role when 'confirm' then 'awaiting-confirmation' when 'vet' then 'awaiting-vetting'
            when 'review' then 'awaiting-review' when 'approve' then 'awaiting-approval' end as stage from held
        )
        select a.stage, count(distinct a.id) as count from stages s
          join applications a on a.agency_code = s.agency_code and a.stage = s.stage
            and (s.stage <> 'awaiting-confirmation' or s.point_id is null or a.point_id = s.point_id)
        where s.stage is not null group by a.stage order by a.stage`,
  )
}

export async function countLiveDelegations(tx: Tx, personId: string): Promise<number> {
  const row = await tx.get(
    Total,
    sql`select count(*) as count from staff_delegations d join staff_users u on u.id in (d.from_user_id, d.to_user_id)
        where u.person_id = ${personId} and d.ended_at is null and d.ends_at > ${tx.now}`,
  )
  return row.count
}
