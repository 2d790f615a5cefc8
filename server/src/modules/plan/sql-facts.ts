import { z } from 'zod'
import { CaseStage } from '@xingtan/contract/office/case'
import type { PlanContent, PlanKind } from '@xingtan/contract/plan-content'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const RoundRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['recognition', 'registration']),
  opensAt: z.date(),
  closesAt: z.date(),
})
export type RoundRow = z.infer<typeof RoundRow>

/** Every round as it holds for the province of an agency: orders that lengthen it are included. */
const roundsFor = (agencyCode: string) => sql`
  (select r.id, r.name, r.kind, r.opens_at, greatest(r.closes_at, (select max(e.closes_at) from window_extensions e
     where e.round_id = r.id and e.province_code = left(a.region_code, 2) || '0000')) as closes_at
   from rounds r, agencies a where a.code = ${agencyCode}) as rounds`

/** Rounds that are not over for the province of the agency. */
export async function listRounds(tx: Tx, agencyCode: string): Promise<RoundRow[]> {
  return tx.list(
    RoundRow,
    sql`select * from ${roundsFor(agencyCode)} where closes_at > ${tx.now} order by opens_at, id`,
  )
}

/** A round, over or not. */
export async function getRound(tx: Tx, roundId: string, agencyCode: string): Promise<RoundRow> {
  return tx.get(RoundRow, sql`select * from ${roundsFor(agencyCode)} where id = ${roundId}`)
}

const ClosureRow = z.object({ opensAt: z.date(), closesAt: z.date(), reason: z.string() })

/** Maintenance that touches a round. */
export async function listClosures(tx: Tx, round: RoundRow): Promise<z.infer<typeof ClosureRow>[]> {
  return tx.list(
    ClosureRow,
    sql`select opens_at, closes_at, sentence as reason from closures
        where closes_at > ${round.opensAt} and opens_at < ${round.closesAt}`,
  )
}

const ParentRow = z.object({
  networkOpensAt: z.date(),
  networkClosesAt: z.date(),
  confirmOpensAt: z.date(),
  confirmClosesAt: z.date(),
  announceBy: z.string().nullable(),
  completeBy: z.string().nullable(),
})

/** The plan of the province in force for a round; of a registration its umbrella. */
export async function findProvincePlan(
  tx: Tx,
  roundId: string,
  { agencyCode, kind }: { readonly agencyCode: string; readonly kind: PlanKind },
): Promise<z.infer<typeof ParentRow> | undefined> {
  if (kind === 'registration') {
    return tx.find(
      ParentRow,
      sql`select w.opens_at as network_opens_at, w.closes_at as network_closes_at, w.opens_at as confirm_opens_at,
            w.closes_at as confirm_closes_at, null as announce_by, null as complete_by
          from agencies own join agencies up on up.level = 'province' and left(up.code, 2) = left(own.code, 2)
          join plan_windows w on w.agency_code = up.code and w.round_id = ${roundId} and w.purpose = 'umbrella'
          where own.code = ${agencyCode} limit 1`,
    )
  }
  return tx.find(
    ParentRow,
    sql`select v.network_opens_at, v.network_closes_at, v.confirm_opens_at, v.confirm_closes_at, v.announce_by, v.complete_by
        from agencies own join province_plans v on left(v.agency_code, 2) = left(own.code, 2)
        where own.code = ${agencyCode} and v.round_id = ${roundId}`,
  )
}

const PointRow = z.object({
  id: z.string(),
  name: z.string(),
  isActive: z.boolean(),
  hasHours: z.boolean(),
  hasStaff: z.boolean(),
  deskCount: z.number(),
})
export type PointRow = z.infer<typeof PointRow>

/** The agency's points, and whether each has hours and an enabled confirm user. */
export async function listPointFacts(tx: Tx, agencyCode: string): Promise<PointRow[]> {
  return tx.list(
    PointRow,
    sql`select p.id, p.name, p.is_active, p.hours <> '' as has_hours, p.desk_count,
          exists (select 1 from staff_users u where u.point_id = p.id and u.enabled and 'confirm' = any(u.roles)) as has_staff
        from points p where p.agency_code = ${agencyCode} order by p.code`,
  )
}

const PlainPoint = z.object({ pointId: z.string(), name: z.string(), deskCount: z.number(), isActive: z.boolean() })

/** The points of an agency as a plan names them. */
export async function listPlanPoints(tx: Tx, agencyCode: string): Promise<z.infer<typeof PlainPoint>[]> {
  return tx.list(
    PlainPoint,
    sql`select id as point_id, name, desk_count, is_active from points where agency_code = ${agencyCode} order by code`,
  )
}

const Count = z.object({ count: z.number() })

/** Rounds of the same kind and year in which the agency has a plan, this one included. */
export async function countRoundsOfYear(tx: Tx, agencyCode: string, round: RoundRow): Promise<number> {
  const { count } = await tx.get(
    Count,
    sql`select count(*)::int as count from rounds r
        where r.kind = ${round.kind}
          and extract(year from r.opens_at at time zone 'Asia/Shanghai') = extract(year from ${round.opensAt}::timestamptz at time zone 'Asia/Shanghai')
          and (r.id = ${round.id} or exists (select 1 from plans p where p.round_id = r.id and p.agency_code = ${agencyCode}))`,
  )
  return count
}

const WaitingRow = z.object({ pointId: z.string(), pointName: z.string(), count: z.number() })

/** People who have submitted to the agency in a round and are not confirmed yet, by point. */
export async function listWaiting(tx: Tx, agencyCode: string, roundId: string): Promise<z.infer<typeof WaitingRow>[]> {
  return tx.list(
    WaitingRow,
    sql`select a.point_id, p.name as point_name, count(*)::int as count from applications a join points p on p.id = a.point_id
        where a.agency_code = ${agencyCode} and a.round_id = ${roundId} and a.stage = 'awaiting-confirmation'
        group by a.point_id, p.name order by p.name`,
  )
}

const StageRow = z.object({ stage: CaseStage, count: z.number() })

export async function countStages(tx: Tx, agencyCode: string, roundId: string): Promise<z.infer<typeof StageRow>[]> {
  return tx.list(
    StageRow,
    sql`select stage, count(*)::int as count from applications
        where agency_code = ${agencyCode} and round_id = ${roundId} and stage <> 'closed' group by stage order by stage`,
  )
}

/** Drafts that name the officer's agency, and its bookings outside these points' windows. */
export async function countTouched(
  tx: Tx,
  points: PlanContent['points'],
): Promise<{ drafts: number; bookings: number }> {
  return tx.get(
    z.object({ drafts: z.number(), bookings: z.number() }),
    sql`select count_own_drafts() as drafts, count_bookings_outside(${JSON.stringify(points)}::jsonb) as bookings`,
  )
}

/** Plans in force below the officer's province that would lie outside these windows. */
export async function countChildrenOutside(
  tx: Tx,
  roundId: string,
  spans: { readonly network: readonly [Date, Date]; readonly confirm: readonly [Date, Date] },
): Promise<number> {
  const { count } = await tx.get(
    Count,
    sql`select count_plans_outside(${roundId}, tstzrange(${spans.network[0]}, ${spans.network[1]}),
          tstzrange(${spans.confirm[0]}, ${spans.confirm[1]})) as count`,
  )
  return count
}
