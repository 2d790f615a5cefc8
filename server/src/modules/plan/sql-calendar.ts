import { z } from 'zod'
import { PersonKind } from '@xingtan/contract/plan-content'
import { Route } from '@xingtan/contract/qualification'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Span = { opensAt: z.date(), closesAt: z.date() }

const PublishedPlan = z.object({
  id: z.string(),
  roundId: z.string(),
  roundName: z.string(),
  networkOpensAt: z.date(),
  networkClosesAt: z.date(),
  confirmOpensAt: z.date(),
  confirmClosesAt: z.date(),
  decideBy: z.string().nullable(),
})
export type PublishedPlan = z.infer<typeof PublishedPlan>

/** Plans in force of an agency whose confirmation is not over, each by its beginning. */
export async function listPublishedPlans(tx: Tx, agencyCode: string): Promise<PublishedPlan[]> {
  return tx.list(
    PublishedPlan,
    sql`select p.id, p.round_id, r.name as round_name, p.network_opens_at, p.network_closes_at, p.confirm_opens_at,
          p.confirm_closes_at, p.decide_by
        from agency_plans p join rounds r on r.id = p.round_id
        where p.agency_code = ${agencyCode} and greatest(p.network_closes_at, p.confirm_closes_at) > ${tx.now}
        order by p.network_opens_at, p.id`,
  )
}

const Part = z.object({
  purpose: z.enum(['network', 'confirm']),
  number: z.number(),
  ...Span,
  routes: z.array(Route),
  personKinds: z.array(PersonKind),
})
export type Part = z.infer<typeof Part>

/** Phases of 网报 and blocks of 确认 of a plan in force. */
export async function listParts(tx: Tx, { roundId }: PublishedPlan, agencyCode: string): Promise<Part[]> {
  return tx.list(
    Part,
    sql`select purpose, number, opens_at, closes_at, routes, person_kinds from plan_windows
        where round_id = ${roundId} and agency_code = ${agencyCode} and purpose in ('network', 'confirm')
        order by purpose, opens_at, number`,
  )
}

const PublicPoint = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  hours: z.string(),
  ...Span,
})

/** When each point of a plan confirms. */
export async function listPublicPoints(tx: Tx, planId: string): Promise<z.infer<typeof PublicPoint>[]> {
  return tx.list(
    PublicPoint,
    sql`select o.id, o.name, o.address, o.hours, s.opens_at, s.closes_at
        from point_schedules s join points o on o.id = s.point_id where s.plan_id = ${planId} order by o.code`,
  )
}

const MonthRow = z.object({
  agencyCode: z.string(),
  agencyName: z.string(),
  networkOpensAt: z.date(),
  networkClosesAt: z.date(),
  confirmOpensAt: z.date(),
  confirmClosesAt: z.date(),
})
export type MonthRow = z.infer<typeof MonthRow>

export interface MonthQuestion {
  readonly provinceCode: string
  readonly from: Date
  readonly to: Date
  readonly after: string | null
  readonly limit: number
}

/** Agencies of a province whose 网报 or 确认 touches a span, by agency code; of two plans the earlier one. */
export async function listMonth(tx: Tx, asked: MonthQuestion): Promise<MonthRow[]> {
  const { provinceCode, from, to, after, limit } = asked
  return tx.list(
    MonthRow,
    sql`select distinct on (a.code) a.code as agency_code, a.name as agency_name, p.network_opens_at, p.network_closes_at,
          p.confirm_opens_at, p.confirm_closes_at
        from agency_plans p join agencies a on a.code = p.agency_code
        where left(a.region_code, 2) = left(${provinceCode}, 2) and a.code > ${after ?? ''}
          and (p.network_opens_at < ${to} and p.network_closes_at > ${from}
            or p.confirm_opens_at < ${to} and p.confirm_closes_at > ${from})
        order by a.code, p.network_opens_at limit ${limit}`,
  )
}
