import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Count = z.object({ count: z.number() })

/** Accepted corrections of an agency's own entries in a calendar year of Asia/Shanghai. */
export async function countCorrections(tx: Tx, agencyCode: string, year: number): Promise<number> {
  const { count } = await tx.get(
    Count,
    sql`select count(*) as count from restriction_entries
        where agency_code = ${agencyCode} and purpose <> 'entry' and state in ('effective', 'done', 'void')
          and reviewed_at >= make_timestamptz(${year}, 1, 1, 0, 0, 0, 'Asia/Shanghai')
          and reviewed_at < make_timestamptz(${year} + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')`,
  )
  return count
}

/** Warns an agency once a year; a second try changes nothing. Answers whether the warning is new. */
export async function insertWarning(
  tx: Tx,
  warning: {
    readonly agencyCode: string
    readonly year: number
    readonly correctionId: string
    readonly mendBy: string
  },
): Promise<boolean> {
  const written = await tx.run(sql`
    insert into restriction_warnings (id, agency_code, year, correction_id, raised_at, mend_by)
    values (${randomUUID()}, ${warning.agencyCode}, ${warning.year}, ${warning.correctionId}, ${tx.now}, ${warning.mendBy})
    on conflict (agency_code, year) do nothing`)
  return written === 1
}

const Warning = z.object({
  id: z.string(),
  agencyName: z.string(),
  year: z.number(),
  corrections: z.number(),
  raisedAt: z.date(),
  mendBy: z.string(),
  answeredAt: z.date().nullable(),
  statement: z.string().nullable(),
  isOwn: z.boolean(),
})
export type Warning = z.infer<typeof Warning>

/** Warnings of the caller's tree, newest first; few by their nature. */
export async function listWarnings(tx: Tx): Promise<Warning[]> {
  return tx.list(
    Warning,
    sql`select w.id, g.name as agency_name, w.year, w.raised_at, w.mend_by, w.answered_at, w.statement,
          w.agency_code = app_agency_code() as is_own,
          (select count(*)::int from restriction_entries e where e.agency_code = w.agency_code and e.purpose <> 'entry'
            and e.state in ('effective', 'done', 'void')
            and extract(year from e.reviewed_at at time zone 'Asia/Shanghai') = w.year) as corrections
        from restriction_warnings w join agencies g on g.code = w.agency_code
        order by w.raised_at desc limit 100`,
  )
}

/** Records what the agency did about it; answers how many rows it touched. */
export async function answerWarning(
  tx: Tx,
  answer: { readonly warningId: string; readonly personId: string; readonly statement: string },
): Promise<number> {
  return tx.run(sql`
    update restriction_warnings set answered_at = ${tx.now}, answered_by = ${answer.personId}, statement = ${answer.statement}
    where id = ${answer.warningId} and answered_at is null`)
}

/** Whether the warning is one's own agency's. */
export async function hasOwnWarning(tx: Tx, warningId: string): Promise<boolean> {
  const found = await tx.find(
    z.object({ id: z.string() }),
    sql`select id from restriction_warnings where id = ${warningId} and agency_code = app_agency_code()`,
  )
  return found !== undefined
}
