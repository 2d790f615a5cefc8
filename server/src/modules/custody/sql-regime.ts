import { z } from 'zod'
import { AgencyLevel } from '@xingtan/contract/agency-reference'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Regime = z.object({
  year: z.number(),
  text: z.string(),
  scanFileId: z.string(),
  filedByName: z.string(),
  filedAt: z.date(),
})

/** 安全管理制度 an agency has filed, the newest first. */
export async function listRegimes(tx: Tx, agencyCode: string): Promise<z.infer<typeof Regime>[]> {
  return tx.list(
    Regime,
    sql`select r.year, r.text, r.scan_file_id, p.name as filed_by_name, r.filed_at
        from security_regimes r join staff_users u on u.id = r.filed_by join staff_people p on p.id = u.person_id
        where r.agency_code = ${agencyCode} order by r.year desc`,
  )
}

/** Files the regime of a year; false when it is filed already. */
export async function insertRegime(
  tx: Tx,
  row: {
    readonly agencyCode: string
    readonly year: number
    readonly text: string
    readonly fileId: string
    readonly userId: string
  },
): Promise<boolean> {
  const added = await tx.run(sql`
    insert into security_regimes (agency_code, year, text, scan_file_id, filed_by, filed_at)
    values (${row.agencyCode}, ${row.year}, ${row.text}, ${row.fileId}, ${row.userId}, ${tx.now})
    on conflict (agency_code, year) do nothing`)
  return added === 1
}

const BoardRow = z.object({
  code: z.string(),
  name: z.string(),
  level: AgencyLevel,
  itemCount: z.number(),
  unkeptCount: z.number(),
  regimeFiledAt: z.date().nullable(),
})

/** Agencies of a tree that stand, by code: items, items without a keeper who is there, regime of the year. */
export async function listCustodyBoard(
  tx: Tx,
  asked: {
    readonly topCode: string
    readonly year: number
    readonly isGapOnly: boolean
    readonly after: string
    readonly limit: number
  },
): Promise<z.infer<typeof BoardRow>[]> {
  return tx.list(
    BoardRow,
    sql`select a.code, a.name, a.level, c.item_count, c.unkept_count, r.filed_at as regime_filed_at
        from agencies a
          left join security_regimes r on r.agency_code = a.code and r.year = ${asked.year}
          cross join lateral (
            select count(*) as item_count, count(*) filter (where t.id is null or p.left_at is not null) as unkept_count
            from custody_items i left join custody_terms t on t.item_id = i.id and t.held_to is null
              left join staff_people p on p.id = t.person_id
            where i.agency_code = a.code and i.retired_on is null) c
        where a.code in (select agencies_under(${asked.topCode})) and a.status = 'active' and a.code > ${asked.after}
          and (not ${asked.isGapOnly}::boolean or r.filed_at is null or c.unkept_count > 0 or c.item_count = 0)
        order by a.code limit ${asked.limit}`,
  )
}
