import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { VettingWayRow } from './sql.ts'

const PoliceOffice = z.object({
  id: z.string(),
  name: z.string(),
  way: VettingWayRow,
  areaCodes: z.array(z.string()),
})
export type PoliceOffice = z.infer<typeof PoliceOffice>

/** Police offices of one's own agency that hold today, by name. */
export async function listPoliceOffices(tx: Tx): Promise<PoliceOffice[]> {
  return tx.list(
    PoliceOffice,
    sql`select id, name, way, area_codes from police_offices
        where agency_code = app_agency_code() and ended_at is null order by name, id`,
  )
}

/** Adds an office; 0 when its name or its place for everybody else was taken in the meantime. */
export async function insertPoliceOffice(
  tx: Tx,
  office: PoliceOffice & { readonly agencyCode: string; readonly addedBy: string },
): Promise<number> {
  return tx.run(sql`
    insert into police_offices (id, agency_code, name, way, area_codes, added_by, added_at)
    values (${office.id}, ${office.agencyCode}, ${office.name}, ${office.way}, ${[...office.areaCodes]}::text[],
      ${office.addedBy}, ${tx.now})
    on conflict do nothing`)
}

export async function endPoliceOffice(tx: Tx, id: string, endedBy: string): Promise<number> {
  return tx.run(sql`
    update police_offices set ended_by = ${endedBy}, ended_at = ${tx.now}
    where id = ${id} and agency_code = app_agency_code() and ended_at is null`)
}
