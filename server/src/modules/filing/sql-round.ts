import { z } from 'zod'
import { PlanKind } from '@xingtan/contract/plan-content'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const RoundRow = z.object({
  roundId: z.string(),
  name: z.string(),
  work: PlanKind,
  opensOn: z.string(),
  year: z.number(),
  announceBy: z.string().nullable(),
})
/** A round with the day of the announcement that the province of the asking agency has set. */
export type RoundRow = z.infer<typeof RoundRow>

const COLUMNS = sql`r.id as round_id, r.name, r.kind as work, (r.opens_at at time zone 'Asia/Shanghai')::date as opens_on,
  extract(year from r.opens_at at time zone 'Asia/Shanghai')::int as year, v.announce_by`
const FROM = sql`rounds r join agencies a on true
  left join province_plans v on v.round_id = r.id and left(v.agency_code, 2) = left(a.code, 2)`

/** Rounds that are not over, as the agency sees them. */
export async function listRounds(tx: Tx, agencyCode: string): Promise<RoundRow[]> {
  return tx.list(
    RoundRow,
    sql`select ${COLUMNS} from ${FROM} where a.code = ${agencyCode} and r.closes_at > ${tx.now} order by r.opens_at, r.id`,
  )
}

/** One round, over or not. */
export async function findRound(tx: Tx, agencyCode: string, roundId: string): Promise<RoundRow | undefined> {
  return tx.find(RoundRow, sql`select ${COLUMNS} from ${FROM} where a.code = ${agencyCode} and r.id = ${roundId}`)
}
