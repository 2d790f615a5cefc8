import { z } from 'zod'
import { DocumentType } from '../document.ts'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page, line } from '../field.ts'
import { RestrictionKind } from '../restriction-kind.ts'

export const RestrictionState = z.enum(['pending', 'effective', 'returned', 'void', 'done'])
export type RestrictionState = z.infer<typeof RestrictionState>

export const RESTRICTION_STATE_TITLES: Readonly<Record<RestrictionState, string>> = {
  pending: '待复核',
  effective: '已生效',
  returned: '已退回',
  void: '已作废',
  done: '已办结',
}

export const RestrictionPurpose = z.enum(['entry', 'correction', 'release'])
export type RestrictionPurpose = z.infer<typeof RestrictionPurpose>

export const RESTRICTION_PURPOSE_TITLES: Readonly<Record<RestrictionPurpose, string>> = {
  entry: '录入',
  correction: '更正',
  release: '撤销误录',
}

/** Whom an entry names, as typed. */
const Named = {
  name: line(40, '姓名'),
  documentType: DocumentType,
  documentNumber: line(40, '证件号码'),
}

/** What the decision says. Multipart, so every value travels as text. */
const Decided = {
  kind: RestrictionKind,
  /** Day of the decision. */
  decidedOn: Day,
  /** Last barred day where the decision states one; empty means for life. Not asked where the law fixes it. */
  endsOn: z.union([Day, z.literal('')]),
  authority: line(60, '作出决定的机关'),
  decisionNumber: line(60, '决定文号'),
  cause: line(300, '事由'),
  /** Asked for when the entry comes later than the policy allows; empty otherwise. */
  lateReason: z.string().trim().max(300),
}

/** What the system knows about the person before anything is saved: RES-2. POST, so that no number stands in an address. */
export const previewRestrictionEndpoint = endpoint({
  name: 'restriction.preview',
  face: 'office',
  method: 'POST',
  path: '/api/restrictions/preview',
  permission: 'restriction.enter',
  input: z.strictObject(Named),
  output: z.strictObject({
    /** `unknown`: nobody has proven this number here; `different`: proven under another name. */
    nameCheck: z.enum(['same', 'different', 'unknown']),
    /** Other persons of this name with a live entry. */
    namesakes: z.number().int(),
    liveEntries: z.number().int(),
    cases: z.array(z.strictObject({ agencyName: z.string(), stage: z.string(), registrationNumber: z.string() })),
    certificates: z.array(z.strictObject({ agencyName: z.string(), number: z.string(), state: z.string() })),
  }),
})

/** Enters a bar with its decision file (PDF or JPG, at most 2 MB); it holds conclusions at once and waits for the level above. */
export const enterRestrictionEndpoint = endpoint({
  name: 'restriction.enter',
  face: 'office',
  method: 'POST',
  path: '/api/restrictions',
  permission: 'restriction.enter',
  body: 'file',
  input: z.strictObject({ ...Named, ...Decided }),
  output: z.strictObject({ entryId: Id, reviewAgencyName: z.string() }),
})

/** Replaces a wrong entry in force by a right one; the wrong one stays readable and is counted (RES-3). */
export const correctRestrictionEndpoint = endpoint({
  name: 'restriction.correct',
  face: 'office',
  method: 'POST',
  path: '/api/restrictions/:entryId/correct',
  permission: 'restriction.enter',
  body: 'file',
  input: z.strictObject({ entryId: Id, ...Named, ...Decided, correctionReason: line(300, '更正原因') }),
  output: z.strictObject({ entryId: Id, reviewAgencyName: z.string() }),
})

/** Asks to take back an entry that should never have been made. */
export const releaseRestrictionEndpoint = endpoint({
  name: 'restriction.release',
  face: 'office',
  method: 'POST',
  path: '/api/restrictions/:entryId/release',
  permission: 'restriction.enter',
  input: z.strictObject({ entryId: Id, correctionReason: line(300, '撤销原因') }),
  output: z.strictObject({ entryId: Id, reviewAgencyName: z.string() }),
})

export const reviewRestrictionEndpoint = endpoint({
  name: 'restriction.review',
  face: 'office',
  method: 'POST',
  path: '/api/restrictions/:entryId/review',
  permission: 'restriction.review',
  needsKey: true,
  input: z.discriminatedUnion('result', [
    z.strictObject({ entryId: Id, result: z.literal('accept') }),
    z.strictObject({ entryId: Id, result: z.literal('return'), reason: line(300, '退回原因') }),
  ]),
  output: Done,
})

export const RestrictionRow = z.strictObject({
  entryId: Id,
  purpose: RestrictionPurpose,
  kind: RestrictionKind,
  state: RestrictionState,
  maskedName: z.string(),
  maskedNumber: z.string(),
  decidedOn: Day,
  endsOn: Day.nullable(),
  decisionNumber: z.string(),
  agencyName: z.string(),
  enteredAt: Instant,
  /** Whether this officer is the one to review it. */
  isMineToReview: z.boolean(),
})
export type RestrictionRow = z.infer<typeof RestrictionRow>

export const listRestrictionsEndpoint = endpoint({
  name: 'restriction.list',
  face: 'office',
  method: 'GET',
  path: '/api/restrictions',
  permission: 'restriction.work',
  input: z.strictObject({ state: RestrictionState.optional(), ...Page }),
  output: z.strictObject({ rows: z.array(RestrictionRow), after: z.string().nullable() }),
})

/** One entry in full, for the line that enters and reviews; the look is an event. */
export const getRestrictionEndpoint = endpoint({
  name: 'restriction.get',
  face: 'office',
  method: 'GET',
  path: '/api/restrictions/:entryId',
  permission: 'restriction.work',
  input: z.strictObject({ entryId: Id }),
  output: z.strictObject({
    row: RestrictionRow,
    name: z.string(),
    documentType: DocumentType,
    documentNumber: z.string(),
    authority: z.string(),
    cause: z.string(),
    lateReason: z.string().nullable(),
    correctionReason: z.string().nullable(),
    decisionUrl: z.string(),
    enteredBy: z.string(),
    reviewAgencyName: z.string(),
    reviewedBy: z.string().nullable(),
    reviewedAt: Instant.nullable(),
    returnReason: z.string().nullable(),
    corrects: Id.nullable(),
    correctedBy: Id.nullable(),
    actions: z.array(
      z.strictObject({
        action: z.enum(['review', 'correct', 'release']),
        allowed: z.boolean(),
        why: z.string().nullable(),
      }),
    ),
  }),
})

export const RestrictionHit = z.strictObject({
  hitId: Id,
  entryId: Id,
  kind: RestrictionKind,
  entryState: z.enum(['pending', 'effective', 'void']),
  applicationId: Id.nullable(),
  registrationNumber: z.string().nullable(),
  certificateId: Id.nullable(),
  certificateNumber: z.string().nullable(),
  foundAt: Instant,
  closedAt: Instant.nullable(),
  closingNote: z.string().nullable(),
})

/** Running cases and holders of one's own agency that an entry concerns (RES-6), open ones first. */
export const listRestrictionHitsEndpoint = endpoint({
  name: 'restriction.list-hits',
  face: 'office',
  method: 'GET',
  path: '/api/restriction-hits',
  permission: 'restriction.work',
  input: z.strictObject(Page),
  output: z.strictObject({ rows: z.array(RestrictionHit), after: z.string().nullable() }),
})

export const closeRestrictionHitEndpoint = endpoint({
  name: 'restriction.close-hit',
  face: 'office',
  method: 'POST',
  path: '/api/restriction-hits/:hitId/close',
  permission: 'restriction.work',
  input: z.strictObject({ hitId: Id, note: line(300, '处理情况') }),
  output: Done,
})

export const RestrictionWarning = z.strictObject({
  warningId: Id,
  agencyName: z.string(),
  year: z.number().int(),
  corrections: z.number().int(),
  raisedAt: Instant,
  mendBy: Day,
  answeredAt: Instant.nullable(),
  statement: z.string().nullable(),
  isOwn: z.boolean(),
})

/** Agencies of one's tree that corrected two or more entries in a year (RES-3). */
export const listRestrictionWarningsEndpoint = endpoint({
  name: 'restriction.list-warnings',
  face: 'office',
  method: 'GET',
  path: '/api/restriction-warnings',
  permission: 'restriction.work',
  input: z.strictObject({}),
  output: z.strictObject({ warnings: z.array(RestrictionWarning) }),
})

export const answerRestrictionWarningEndpoint = endpoint({
  name: 'restriction.answer-warning',
  face: 'office',
  method: 'POST',
  path: '/api/restriction-warnings/:warningId/answer',
  permission: 'restriction.work',
  input: z.strictObject({ warningId: Id, statement: line(500, '整改情况') }),
  output: Done,
})
