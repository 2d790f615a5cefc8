import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** Raises what the day calls for: once for each case, kind and due day (I: unique index). */
export async function raiseAlerts(tx: Tx, escalatedUntil: string): Promise<void> {
  await tx.run(sql`
    insert into case_alerts (id, application_id, agency_code, kind, due_on, raised_at)
    select gen_random_uuid(), a.id, a.agency_code, k.kind, a.due_on, ${tx.now}
    from applications a
      cross join lateral (select 'due-today' as kind where a.due_on = ${tx.today}
        union all select 'overdue' where a.due_on < ${tx.today}
        union all select 'escalated' where a.due_on <= ${escalatedUntil}) k
    where a.stage <> 'closed' and a.due_on <= ${tx.today}
      and not exists (select 1 from case_alerts o where o.application_id = a.id and o.kind = k.kind and o.due_on = a.due_on)
      and not exists (select 1 from case_holds h where h.application_id = a.id and h.resumed_at is null and h.stops_clock)
    on conflict do nothing`)
}

export interface NewUrge {
  readonly id: string
  readonly applicationId: string
  readonly agencyCode: string
  readonly dueOn: string | null
  readonly officerId: string
  readonly from: string
  readonly note: string
}

export async function insertUrge(tx: Tx, urge: NewUrge): Promise<void> {
  await tx.run(sql`
    insert into case_alerts (id, application_id, agency_code, kind, due_on, raised_at, raised_by, raised_from, note)
    values (${urge.id}, ${urge.applicationId}, ${urge.agencyCode}, 'urged', ${urge.dueOn}, ${tx.now}, ${urge.officerId},
      ${urge.from}, ${urge.note})`)
}

const Alert = z.object({
  id: z.string(),
  applicationId: z.string(),
  registrationNumber: z.string(),
  kind: z.enum(['due-today', 'overdue', 'escalated', 'urged']),
  dueOn: z.string().nullable(),
  raisedAt: z.date(),
  raisedFromName: z.string().nullable(),
  note: z.string().nullable(),
})

/** What nobody of the agency has taken note of and still waits; the last said of a case first. */
export async function listOpenAlerts(tx: Tx): Promise<z.infer<typeof Alert>[]> {
  return tx.list(
    Alert,
    sql`select l.id, l.application_id, a.registration_number, l.kind, l.due_on, l.raised_at, g.name as raised_from_name, l.note
        from case_alerts l join applications a on a.id = l.application_id left join agencies g on g.code = l.raised_from
        where l.agency_code = app_agency_code() and l.seen_at is null and l.is_open and a.stage <> 'closed'
        order by l.raised_at desc, l.id limit 100`,
  )
}

export async function markAlertsSeen(tx: Tx, ids: readonly string[], officerId: string): Promise<number> {
  return tx.run(sql`
    update case_alerts set seen_by = ${officerId}, seen_at = ${tx.now}
    where id = any(${[...ids]}) and agency_code = app_agency_code() and seen_at is null`)
}

const Urge = z.object({ raisedAt: z.date(), from: z.string(), note: z.string(), seenAt: z.date().nullable() })

/** How often a case was urged, and when its office took note. */
export async function listUrges(tx: Tx, applicationId: string): Promise<z.infer<typeof Urge>[]> {
  return tx.list(
    Urge,
    sql`select l.raised_at, g.name as from, l.note, l.seen_at from case_alerts l join agencies g on g.code = l.raised_from
        where l.application_id = ${applicationId} and l.kind = 'urged' order by l.raised_at, l.id`,
  )
}
