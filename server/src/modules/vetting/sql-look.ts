import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const LookWay = z.enum(['case', 'detail', 'paper', 'export'])

export interface NewLook {
  readonly applicationId: string | null
  readonly batchId: string | null
  readonly way: z.infer<typeof LookWay>
  readonly purpose: string | null
  readonly agencyCode: string
  readonly lookedBy: string
}

/** Writes who looked at a result of class C4. */
export async function insertLook(tx: Tx, look: NewLook): Promise<void> {
  await tx.run(sql`
    insert into vetting_looks (id, application_id, batch_id, agency_code, way, purpose, looked_by, looked_at)
    values (${randomUUID()}, ${look.applicationId}, ${look.batchId}, ${look.agencyCode}, ${look.way}, ${look.purpose},
      ${look.lookedBy}, ${tx.now})`)
}

const Look = z.object({
  id: z.string(),
  by: z.string(),
  at: z.date(),
  way: LookWay,
  purpose: z.string().nullable(),
  registrationNumber: z.string().nullable(),
})

/** Looks at results of one's own agency, newest first, by keyset on (instant, id). */
export async function listLooks(
  tx: Tx,
  after: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<z.infer<typeof Look>[]> {
  return tx.list(
    Look,
    sql`select l.id, p.name as by, l.looked_at as at, l.way, l.purpose, a.registration_number
        from vetting_looks l join staff_users u on u.id = l.looked_by join staff_people p on p.id = u.person_id
        left join applications a on a.id = l.application_id
        where l.agency_code = app_agency_code()
          and ${
            after === null
              ? sql`true`
              : sql`(l.looked_at < ${after.at}::timestamptz or l.looked_at = ${after.at}::timestamptz and l.id > ${after.id}::uuid)`
          }
        order by l.looked_at desc, l.id limit ${limit}`,
  )
}

const Detail = z.object({
  kind: z.enum(['crime', 'offence']),
  source: z.enum(['exchange', 'paper']),
  state: z.enum(['requested', 'clear', 'hit', 'error', 'purged']),
  requestedAt: z.date(),
  answeredAt: z.date().nullable(),
  detailSealed: z.instanceof(Buffer).nullable(),
})

/** Every check of one case with what its source wrote, newest first. */
export async function listDetails(tx: Tx, applicationId: string): Promise<z.infer<typeof Detail>[]> {
  return tx.list(
    Detail,
    sql`select kind, source, state, requested_at, answered_at, detail_sealed from vetting_requests
        where application_id = ${applicationId} order by requested_at desc, id`,
  )
}
