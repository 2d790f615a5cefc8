import { z } from 'zod'
import { AgencyCode, AgencyLevel } from '../agency-reference.ts'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, line } from '../field.ts'
import { QualificationType } from '../qualification.ts'

export const AGENCY_LEVEL_TITLES: Readonly<Record<AgencyLevel, string>> = {
  nation: '国家',
  province: '省级',
  city: '市级',
  county: '县级',
}

const AgencyPlace = z.strictObject({ code: AgencyCode, name: z.string() })

export const AgencyListRow = z.strictObject({
  code: AgencyCode,
  name: z.string(),
  level: AgencyLevel,
  regionName: z.string(),
  /** Types recognised today. */
  types: z.array(QualificationType),
  /** 现接替机构 where the agency has ended. */
  successor: AgencyPlace.nullable(),
  belowCount: z.number(),
})
export type AgencyListRow = z.infer<typeof AgencyListRow>

/** Agencies right under one (the officer's own unless told), or those of the tree whose name or code holds `text`. */
export const listAgenciesEndpoint = endpoint({
  name: 'agency.list-agencies',
  face: 'office',
  method: 'GET',
  path: '/api/agencies',
  permission: 'agency.manage',
  input: z.strictObject({ parent: AgencyCode.optional(), text: z.string().trim().max(60).optional() }),
  output: z.strictObject({
    /** From the officer's own agency down to the one whose children are listed. */
    path: z.array(AgencyPlace),
    rows: z.array(AgencyListRow),
  }),
})

export const AgencyPower = z.strictObject({
  powerId: Id,
  qualificationType: QualificationType,
  heldFrom: Day,
  /** First day on which it is held no more. */
  heldTo: Day.nullable(),
  source: z.string(),
})
export type AgencyPower = z.infer<typeof AgencyPower>

export const Succession = z.strictObject({
  successionId: Id,
  oldAgency: AgencyPlace,
  newAgency: AgencyPlace,
  effectiveAt: Instant,
  orderNumber: z.string(),
  reason: z.string(),
  orderedBy: z.string(),
  orderedAt: Instant,
  /** The second person; null while the order waits for one. */
  approvedBy: z.string().nullable(),
  /** The asking officer is another person than the one who ordered it. */
  mayApprove: z.boolean(),
  state: z.enum(['proposed', 'ordered', 'carried-out', 'cancelled']),
  carriedOutAt: Instant.nullable(),
  /** What went over. */
  outcome: z
    .strictObject({ cases: z.number(), points: z.number(), plans: z.number(), moved: z.number(), ended: z.number() })
    .nullable(),
})
export type Succession = z.infer<typeof Succession>

export const AgencyRecord = z.strictObject({
  code: AgencyCode,
  name: z.string(),
  level: AgencyLevel,
  regionName: z.string(),
  parent: AgencyPlace.nullable(),
  successor: AgencyPlace.nullable(),
  predecessors: z.array(AgencyPlace),
  powers: z.array(AgencyPower),
  names: z.array(z.strictObject({ name: z.string(), heldFrom: Day, orderNumber: z.string().nullable() })),
  /** The register of an agency is kept above it. */
  mayChange: z.boolean(),
})
export type AgencyRecord = z.infer<typeof AgencyRecord>

export const getAgencyRecordEndpoint = endpoint({
  name: 'agency.get-record',
  face: 'office',
  method: 'GET',
  path: '/api/agencies/:agencyCode',
  permission: 'agency.manage',
  input: z.strictObject({ agencyCode: AgencyCode }),
  output: AgencyRecord,
})

/** Gives an agency a power from a day on; never backwards. */
export const grantPowerEndpoint = endpoint({
  name: 'agency.grant-power',
  face: 'office',
  method: 'POST',
  path: '/api/agencies/:agencyCode/powers',
  permission: 'agency.manage',
  input: z.strictObject({
    agencyCode: AgencyCode,
    qualificationType: QualificationType,
    heldFrom: Day,
    source: line(120, '依据'),
  }),
  output: z.strictObject({ powerId: Id }),
})

/** Ends a power: from `heldTo` on nobody new is recognised under it; open cases go on. */
export const endPowerEndpoint = endpoint({
  name: 'agency.end-power',
  face: 'office',
  method: 'POST',
  path: '/api/agencies/:agencyCode/powers/:powerId/end',
  permission: 'agency.manage',
  input: z.strictObject({ agencyCode: AgencyCode, powerId: Id, heldTo: Day }),
  output: Done,
})

export const renameAgencyEndpoint = endpoint({
  name: 'agency.rename',
  face: 'office',
  method: 'POST',
  path: '/api/agencies/:agencyCode/rename',
  permission: 'agency.manage',
  input: z.strictObject({ agencyCode: AgencyCode, name: line(60, '机构名称'), orderNumber: line(60, '批准文号') }),
  output: Done,
})

/** A new agency under another one; its code is the next that was never given inside the province. */
export const createAgencyEndpoint = endpoint({
  name: 'agency.create',
  face: 'office',
  method: 'POST',
  path: '/api/agencies',
  permission: 'agency.manage',
  input: z.strictObject({
    parentCode: AgencyCode,
    regionCode: z.string().regex(/^\d{6}$/, { error: '请填写 6 位行政区划代码。' }),
    name: line(60, '机构名称'),
    orderNumber: line(60, '批准文号'),
  }),
  output: z.strictObject({ agencyCode: AgencyCode }),
})
