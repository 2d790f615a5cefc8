import { z } from 'zod'
import { QualificationType } from './qualification.ts'
import { RegionCode } from './region.ts'

/** Five digits: province (2) and agency (3), digits 5 to 9 of the certificate number. A code is never given twice. */
export const AgencyCode = z.string().regex(/^\d{5}$/)

/** 国家中心, province, city, county: each agency answers to the one above it. */
export const AgencyLevel = z.enum(['nation', 'province', 'city', 'county'])
export type AgencyLevel = z.infer<typeof AgencyLevel>

/** Code of the 国家中心, at the root of the tree; it recognises nobody itself. */
export const NATION_AGENCY = '00000'
/** Region of the whole country, above all provinces. */
export const NATION_REGION = '000000'

/** One row of `server/reference/agencies.json`. */
export const AgencyRow = z.strictObject({
  code: AgencyCode,
  name: z.string().min(1),
  level: z.enum(['province', 'city', 'county']),
  regionCode: RegionCode,
  parentCode: AgencyCode.nullable(),
  /** Types this agency recognises for its region; empty when a higher agency does. */
  types: z.array(QualificationType),
})
export type AgencyRow = z.infer<typeof AgencyRow>

/** One row of `server/reference/points.json`: a 确认点 of the demonstration data. */
export const PointRow = z.strictObject({
  code: z.string().regex(/^\d{5}-\d{2}$/),
  agencyCode: AgencyCode,
  name: z.string().min(1),
  address: z.string().min(1),
  /** 确认范围 as the applicant reads it. */
  scope: z.string().min(1),
  /** Streets and towns (街道、乡镇) of the scope; empty means the agency's whole region. */
  streets: z.array(z.string().min(1)),
  types: z.array(QualificationType).min(1),
  hours: z.string().min(1),
  deskCount: z.number().int().min(1),
  notices: z.array(z.string().min(1)),
})
export type PointRow = z.infer<typeof PointRow>
