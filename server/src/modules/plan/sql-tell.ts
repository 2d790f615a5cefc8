import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Affected = z.object({
  applicationId: z.string(),
  accountId: z.string(),
  phoneSealed: z.instanceof(Buffer),
  agencyName: z.string(),
  pointName: z.string(),
  confirmFrom: z.date().nullable(),
  confirmTo: z.date().nullable(),
})

/** The next people a change concerns and who have not been told of it, marked as told: once each. */
export async function claimAffected(tx: Tx, publicationId: string, limit: number): Promise<z.infer<typeof Affected>[]> {
  return tx.list(
    Affected,
    sql`with told as (
          insert into plan_tellings (publication_id, application_id)
          select n.id, a.id from plan_publications n join plans p on p.id = n.plan_id
          join applications a on a.agency_code = p.agency_code and a.round_id = p.round_id
          where n.id = ${publicationId} and n.number > 1 and a.stage = 'awaiting-confirmation'
            and not exists (select 1 from plan_tellings t where t.publication_id = n.id and t.application_id = a.id)
          limit ${limit} on conflict do nothing returning application_id
        )
        select a.id as application_id, a.account_id, a.phone_sealed, g.name as agency_name, o.name as point_name,
          s.opens_at as confirm_from, s.closes_at as confirm_to
        from told join applications a on a.id = told.application_id join agencies g on g.code = a.agency_code
        join points o on o.id = a.point_id
        left join agency_plans v on v.round_id = a.round_id and v.agency_code = a.agency_code
        left join point_schedules s on s.plan_id = v.id and s.point_id = a.point_id
        order by a.id`,
  )
}
