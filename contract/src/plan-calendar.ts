import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Instant } from './field.ts'
import { RegionCode } from './region.ts'

const Span = z.strictObject({ opensAt: Instant, closesAt: Instant })
const Month = z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/)
const AgencyCode = z.string().regex(/^\d{5}$/)

/** One agency's published plan of a round, as everybody may read it. */
export const PublicPlan = z.strictObject({
  roundName: z.string(),
  /** 网报 with those a phase is kept for, 所有申请人 where it is for everybody. */
  network: z.array(Span.extend({ who: z.string() })),
  confirm: z.array(Span),
  /** Last day for conclusions. */
  decideBy: Day.nullable(),
  points: z.array(
    z.strictObject({ name: z.string(), address: z.string(), hours: z.string(), opensAt: Instant, closesAt: Instant }),
  ),
})
export type PublicPlan = z.infer<typeof PublicPlan>

/** 公开日程 of an agency: what is running or to come, by its beginning (PUB-8). */
export const getPlanCalendarEndpoint = endpoint({
  name: 'plan.get-calendar',
  face: 'public',
  method: 'GET',
  path: '/api/plan-calendars/:agencyCode',
  permission: 'public',
  input: z.strictObject({ agencyCode: AgencyCode }),
  output: z.strictObject({ agencyName: z.string(), plans: z.array(PublicPlan) }),
})

/** The same as a calendar feed (RFC 5545): entries keep their uid when a plan changes. */
export const getPlanFeedEndpoint = endpoint({
  name: 'plan.get-feed',
  face: 'public',
  method: 'GET',
  path: '/api/plan-calendars/:agencyCode/feed.ics',
  permission: 'public',
  input: z.strictObject({ agencyCode: AgencyCode }),
  output: z.unknown(),
  reply: 'binary',
})

/** Address of an agency's feed for a link. */
export function planFeedPath(agencyCode: string): string {
  return getPlanFeedEndpoint.path.replace(':agencyCode', agencyCode)
}

export const AgencyMonth = z.strictObject({
  agencyCode: z.string(),
  agencyName: z.string(),
  network: Span,
  confirm: Span,
})
export type AgencyMonth = z.infer<typeof AgencyMonth>

/** Agencies of a province that receive applications or confirm in a month, fifty a page by agency code (PUB-8). */
export const listPlanCalendarsEndpoint = endpoint({
  name: 'plan.list-calendars',
  face: 'public',
  method: 'GET',
  path: '/api/plan-calendars',
  permission: 'public',
  input: z.strictObject({
    provinceCode: RegionCode,
    /** `2026-10`; the month of today when left out. */
    month: Month.optional(),
    after: z.string().max(200).optional(),
  }),
  output: z.strictObject({ month: Month, rows: z.array(AgencyMonth), after: z.string().nullable() }),
})
