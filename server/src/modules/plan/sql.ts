import { z } from 'zod'
import { PersonKind } from '@xingtan/contract/plan-content'
import { Route } from '@xingtan/contract/qualification'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

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

const LeveledPlan = PlanRow.extend({ level: z.enum(['agency', 'province']) })

/**
 * The agency's plan that is running or comes next, of the past ones the last; and the plan of its province in the same
 * round.
 */
export async function findPlans(
  tx: Tx,
  agencyCode: string,
): Promise<{ readonly agency: PlanRow | undefined; readonly province: PlanRow | undefined }> {
  const rows = await tx.list(
    LeveledPlan,
    sql`with own as (
          select id, round_id, network_opens_at, network_closes_at, confirm_opens_at, confirm_closes_at
          from agency_plans where agency_code = ${agencyCode}
          order by (confirm_closes_at > ${tx.now}) desc,
            case when confirm_closes_at > ${tx.now} then network_opens_at end asc, confirm_closes_at desc limit 1
        )
        select 'agency' as level, own.* from own
        union all
        select 'province', p.id, p.round_id, p.network_opens_at, p.network_closes_at, p.confirm_opens_at, p.confirm_closes_at
        from own join province_plans p on p.round_id = own.round_id and left(p.agency_code, 2) = left(${agencyCode}, 2)`,
  )
  const planOf = (level: 'agency' | 'province') => rows.find((row) => row.level === level)
  return { agency: planOf('agency'), province: planOf('province') }
}

export async function listSchedules(tx: Tx, planId: string): Promise<ScheduleRow[]> {
  return tx.list(ScheduleRow, sql`select point_id, opens_at, closes_at from point_schedules where plan_id = ${planId}`)
}

const BlockRow = z.object({
  purpose: z.enum(['network', 'confirm']),
  opensAt: z.date(),
  closesAt: z.date(),
  routes: z.array(Route),
  personKinds: z.array(PersonKind),
})
export type BlockRow = z.infer<typeof BlockRow>

/** Phases of 网报 and blocks of 确认 of a plan, where it has any beside its windows. */
export async function listBlocks(tx: Tx, planId: string): Promise<BlockRow[]> {
  return tx.list(
    BlockRow,
    sql`select purpose, opens_at, closes_at, routes, person_kinds from plan_windows
        where plan_id = ${planId} and purpose in ('network', 'confirm') order by opens_at, number`,
  )
}
