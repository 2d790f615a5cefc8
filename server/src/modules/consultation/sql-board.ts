import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Row = z.object({
  agencyCode: z.string(),
  agencyName: z.string(),
  isOwn: z.boolean(),
  open: z.number(),
  overdue: z.number(),
  dueToday: z.number(),
  answered: z.number(),
  answeredLate: z.number(),
  score: z.number().nullable(),
})

/** Own agency first, then each one right below with all that answer to it; answers and scores of the last 90 days. */
export async function listBoard(tx: Tx): Promise<z.infer<typeof Row>[]> {
  return tx.list(
    Row,
    sql`select g.code as agency_code, g.name as agency_name, g.code = app_agency_code() as is_own, n.*
        from agencies g cross join lateral (
          select count(*) filter (where c.state <> 'answered')::int as open,
            count(*) filter (where c.state <> 'answered' and c.due_on < ${tx.today}::date)::int as overdue,
            count(*) filter (where c.state <> 'answered' and c.due_on = ${tx.today}::date)::int as due_today,
            count(*) filter (where c.state = 'answered')::int as answered,
            count(*) filter (where c.state = 'answered' and (c.answered_at at time zone 'Asia/Shanghai')::date > c.due_on)::int as answered_late,
            round(avg(c.score), 1)::float8 as score
          from consultations c
          where c.agency_code = any (case when g.code = app_agency_code() then array[g.code] else array(select agencies_under(g.code)) end)
            and (c.state <> 'answered' or c.answered_at > ${tx.now}::timestamptz - interval '90 days')) n
        where g.code = app_agency_code() or (g.parent_code = app_agency_code() and g.status = 'active')
        order by g.code <> app_agency_code(), n.overdue desc, g.code`,
  )
}

const Escalated = z.object({ id: z.string(), agencyCode: z.string(), escalatedTo: z.string() })

/** Reports up to `limit` overdue items to the level above, each once; a transfer begins anew. */
export async function escalateOverdue(tx: Tx, limit: number): Promise<z.infer<typeof Escalated>[]> {
  const escalated = await tx.list(
    Escalated,
    sql`update consultations c set escalated_at = ${tx.now}, escalated_to = coalesce(g.parent_code, g.code)
        from agencies g
        where g.code = c.agency_code and c.id in (
          select o.id from consultations o where o.state <> 'answered' and o.escalated_at is null and o.due_on < ${tx.today}::date
          order by o.due_on, o.id limit ${limit} for update skip locked)
        returning c.id, c.agency_code, c.escalated_to`,
  )
  for (const item of escalated) {
    await tx.run(sql`
      insert into consultation_events (id, consultation_id, kind, at, agency_code, to_agency_code)
      values (${randomUUID()}, ${item.id}, 'escalated', ${tx.now}, ${item.agencyCode}, ${item.escalatedTo})`)
  }
  return escalated
}
