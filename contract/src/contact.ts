import { z } from 'zod'
import { AgencyCode, AgencyLevel } from './agency-reference.ts'
import { endpoint } from './endpoint.ts'
import { Id, Instant } from './field.ts'
import { NoticeLine } from './notice.ts'
import { WindowState } from './place.ts'
import { QualificationType } from './qualification.ts'
import { RegionCode } from './region.ts'

/** 机构公示信息 as an agency published it; null where it has published none. */
export const ContactProfile = z.strictObject({
  address: z.string(),
  /** Each number by itself, as it is dialled. */
  phones: z.array(z.string()),
  email: z.string(),
  hours: z.string(),
  notes: z.string(),
  website: z.string().nullable(),
  publishedAt: Instant,
})
export type ContactProfile = z.infer<typeof ContactProfile>

export const ContactLine = z.strictObject({
  agencyCode: AgencyCode,
  name: z.string(),
  level: AgencyLevel,
  types: z.array(QualificationType),
  profile: ContactProfile.nullable(),
})
export type ContactLine = z.infer<typeof ContactLine>

/** 机构联系方式 of a province: its own office, then each city followed by its counties (PUB-4). */
export const listContactsEndpoint = endpoint({
  name: 'contact.list',
  face: 'public',
  method: 'GET',
  path: '/api/contacts',
  permission: 'public',
  input: z.strictObject({ regionCode: RegionCode }),
  output: z.strictObject({ agencies: z.array(ContactLine) }),
})

export const ContactPoint = z.strictObject({
  pointId: Id,
  name: z.string(),
  address: z.string(),
  hours: z.string(),
})

/** One agency: how to reach it, its points, whether it is open, what it has announced (PUB-4). */
export const getContactEndpoint = endpoint({
  name: 'contact.get',
  face: 'public',
  method: 'GET',
  path: '/api/contacts/:agencyCode',
  permission: 'public',
  input: z.strictObject({ agencyCode: AgencyCode }),
  output: ContactLine.extend({
    parent: z.strictObject({ agencyCode: AgencyCode, name: z.string() }).nullable(),
    network: WindowState,
    points: z.array(ContactPoint),
    notices: z.array(NoticeLine),
  }),
})
