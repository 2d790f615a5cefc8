import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const RoundRow = z.object({ id: z.string(), opensAt: z.date(), closesAt: z.date() })
const ClosureRow = z.object({ opensAt: z.date(), closesAt: z.date(), reason: z.string() })
const PlanRow = z.object({
  id: z.string(),
  roundId: z.string(),
  networkOpensAt: z.date(),
  networkClosesAt: z.date(),
  confirmOpensAt: z.date(),
  confirmClosesAt: z.date(),
})
export type PlanRow = z.infer<typeof PlanRow>
const ScheduleRow = z.object({ pointId: z.string(), opensAt: z.date(), closesAt: z.date() })
export type ScheduleRow = z.infer<typeof ScheduleRow>

/** National windows that are not over. */
export async function listRounds(tx: Tx): Promise<z.infer<typeof RoundRow>[]> {
  return tx.list(
    RoundRow,
    sql`select id, opens_at, closes_at from rounds where closes_at > ${tx.now} order by opens_at`,
  )
}

export async function listClosures(tx: Tx): Promise<z.infer<typeof ClosureRow>[]> {
  return tx.list(
    ClosureRow,
    sql`select opens_at, closes_at, sentence as reason from closures where closes_at > ${tx.now} order by opens_at`,
  )
}

/** Plan of the agency's province in that round. */
export async function findProvincePlan(tx: Tx, agencyCode: string, roundId: string): Promise<PlanRow | undefined> {
  return tx.find(
    PlanRow,
    sql`select id, round_id, network_opens_at, network_closes_at, confirm_opens_at, confirm_closes_at
        from province_plans where round_id = ${roundId} and region_code = left(${agencyCode}, 2) || '0000'`,
  )
}

/** The agency's plan that is running or comes next; of the past ones the last. */
export async function findAgencyPlan(tx: Tx, agencyCode: string): Promise<PlanRow | undefined> {
  return tx.find(
    PlanRow,
    sql`select id, round_id, network_opens_at, network_closes_at, confirm_opens_at, confirm_closes_at
        from agency_plans where agency_code = ${agencyCode}
        order by (confirm_closes_at > ${tx.now}) desc,
          case when confirm_closes_at > ${tx.now} then network_opens_at end asc, confirm_closes_at desc limit 1`,
  )
}

export async function listSchedules(tx: Tx, planId: string): Promise<ScheduleRow[]> {
  return tx.list(ScheduleRow, sql`select point_id, opens_at, closes_at from point_schedules where plan_id = ${planId}`)
}
