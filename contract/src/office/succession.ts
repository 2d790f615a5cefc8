import { z } from 'zod'
import { AgencyCode } from '../agency-reference.ts'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Instant, line } from '../field.ts'
import { QualificationType } from '../qualification.ts'
import { Succession } from './agency.ts'
import { CaseStage } from './case.ts'
import { OfficeRole } from './session.ts'

/** Orders that concern an agency, newest first. */
export const listSuccessionsEndpoint = endpoint({
  name: 'succession.list',
  face: 'office',
  method: 'GET',
  path: '/api/agencies/:agencyCode/successions',
  permission: 'agency.manage',
  input: z.strictObject({ agencyCode: AgencyCode }),
  output: z.strictObject({ successions: z.array(Succession) }),
})

/** What would go over, before anything does. */
export const SuccessionPreview = z.strictObject({
  oldName: z.string(),
  newName: z.string(),
  cases: z.array(z.strictObject({ stage: CaseStage, count: z.number() })),
  points: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  plans: z.array(z.strictObject({ roundName: z.string(), goesTo: z.enum(['handed-over', 'merged']) })),
  users: z.array(z.strictObject({ userId: Id, name: z.string(), username: z.string(), roles: z.array(OfficeRole) })),
  /** Types the old agency recognises and the new one does not yet. */
  missingTypes: z.array(QualificationType),
  /** Sentences why it cannot be ordered; empty means it can. */
  obstacles: z.array(z.string()),
})
export type SuccessionPreview = z.infer<typeof SuccessionPreview>

export const previewSuccessionEndpoint = endpoint({
  name: 'succession.preview',
  face: 'office',
  method: 'GET',
  path: '/api/agencies/:agencyCode/succession-preview',
  permission: 'agency.manage',
  input: z.strictObject({ agencyCode: AgencyCode, newCode: AgencyCode }),
  output: SuccessionPreview,
})

/** Puts down that `newCode` takes the place of the agency at an instant; nothing moves before a second person agrees. */
export const orderSuccessionEndpoint = endpoint({
  name: 'succession.order',
  face: 'office',
  method: 'POST',
  path: '/api/agencies/:agencyCode/successions',
  permission: 'agency.manage',
  input: z.strictObject({
    agencyCode: AgencyCode,
    newCode: AgencyCode,
    /** Null: at once. */
    effectiveAt: Instant.nullable(),
    orderNumber: line(60, '批准文号'),
    reason: line(200, '调整原因'),
    /** Users of the old agency that go over; the others end. */
    movedUserIds: z.array(Id).max(500),
  }),
  output: z.strictObject({ successionId: Id }),
})

/** The second person agrees: a job carries the order out at its instant, or at once when that has passed. */
export const approveSuccessionEndpoint = endpoint({
  name: 'succession.approve',
  face: 'office',
  method: 'POST',
  path: '/api/successions/:successionId/approve',
  permission: 'agency.manage',
  needsKey: true,
  input: z.strictObject({ successionId: Id }),
  output: Done,
})

export const cancelSuccessionEndpoint = endpoint({
  name: 'succession.cancel',
  face: 'office',
  method: 'POST',
  path: '/api/successions/:successionId/cancel',
  permission: 'agency.manage',
  input: z.strictObject({ successionId: Id }),
  output: Done,
})
