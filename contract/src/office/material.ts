import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page, line } from '../field.ts'
import { MaterialState } from '../material.ts'
import { CaseRow, CheckResult, ReasonChoice } from './case.ts'

/** What the machine results say of a case handed in online (domain §9.3). */
export const Lane = z.enum(['pass', 'supplement', 'on-site'])
export type Lane = z.infer<typeof Lane>

/** Whose turn it is. */
export const OnlineState = z.enum(['handed-in', 'supplement', 'on-site'])
export type OnlineState = z.infer<typeof OnlineState>

export const OnlineRow = z.strictObject({
  ...CaseRow.shape,
  state: OnlineState,
  lane: Lane,
  handedInAt: Instant,
  /** Granted time that is still running or has run out without anything handed in. */
  supplementDueOn: Day.nullable(),
  isLate: z.boolean(),
})
export type OnlineRow = z.infer<typeof OnlineRow>

/** Online cases of one's own agency and point, oldest hand-in first, keyset paged (CNF-3). */
export const listOnlineCasesEndpoint = endpoint({
  name: 'material.list-online',
  face: 'office',
  method: 'GET',
  path: '/api/online-cases',
  permission: 'confirmation.online',
  input: z.strictObject({ state: OnlineState, lane: Lane.optional(), ...Page }),
  output: z.strictObject({ rows: z.array(OnlineRow), after: z.string().nullable() }),
})

export const OfficeMaterial = z.strictObject({
  materialId: Id.nullable(),
  code: z.string(),
  name: z.string(),
  why: z.string(),
  state: MaterialState,
  url: z.string().nullable(),
  bytes: z.number().int().nullable(),
  pages: z.number().int().nullable(),
  handedInAt: Instant.nullable(),
  reasons: z.array(ReasonChoice),
})
export type OfficeMaterial = z.infer<typeof OfficeMaterial>

/** One requirement of the triage: its source, what it says and how fresh that is. */
export const TriageLine = z.strictObject({
  code: z.string(),
  title: z.string(),
  source: z.string(),
  result: CheckResult,
  freshness: z.enum(['fresh', 'stale', 'none']),
  need: z.enum(['nothing', 'upload', 'amend', 'visit']),
})

export const OnlineCase = z.strictObject({
  applicationId: Id,
  version: z.number().int(),
  /** Nothing when the materials were not handed in online. */
  state: OnlineState.nullable(),
  lane: Lane,
  lines: z.array(TriageLine),
  items: z.array(OfficeMaterial),
  reasons: z.array(z.strictObject({ code: z.string(), sentence: z.string() })),
  /** What was asked for so far, newest first. */
  requests: z.array(
    z.strictObject({
      round: z.number().int(),
      note: z.string().nullable(),
      dueOn: Day,
      requestedAt: Instant,
      by: z.string(),
      isOpen: z.boolean(),
      items: z.array(z.string()),
    }),
  ),
  /** The day the rule of the agency gives. */
  proposedDueOn: Day,
})
export type OnlineCase = z.infer<typeof OnlineCase>

export const getOnlineCaseEndpoint = endpoint({
  name: 'material.get-online',
  face: 'office',
  method: 'GET',
  path: '/api/online-cases/:applicationId',
  permission: 'confirmation.online',
  input: z.strictObject({ applicationId: Id }),
  output: OnlineCase,
})

const Versioned = { applicationId: Id, version: z.number().int() }

/** Item by item: accepted, or rejected with reasons of the catalogue; the person learns nothing yet (APP-11). */
export const judgeMaterialsEndpoint = endpoint({
  name: 'material.judge',
  face: 'office',
  method: 'POST',
  path: '/api/online-cases/:applicationId/judge',
  permission: 'confirmation.online',
  input: z.strictObject({
    ...Versioned,
    judgements: z
      .array(z.strictObject({ materialId: Id, accepted: z.boolean(), reasons: z.array(ReasonChoice).max(10) }))
      .min(1)
      .max(40),
  }),
  output: z.strictObject({ version: z.number().int() }),
})

/** The full list of defects in one message, with the time to put them right (行政许可法 art. 32). */
export const requestSupplementEndpoint = endpoint({
  name: 'material.request-supplement',
  face: 'office',
  method: 'POST',
  path: '/api/online-cases/:applicationId/supplement',
  permission: 'confirmation.online',
  input: z.strictObject({
    ...Versioned,
    /** Lines of the checklist the person has to change in the application itself. */
    note: z.string().trim().max(300).nullable(),
    dueOn: Day,
    /** Needed when the day is not the one of the rule. */
    dueReason: z.string().trim().max(200).nullable(),
  }),
  output: z.strictObject({ dueOn: Day, count: z.number().int() }),
})

/** More time, with a reason the person reads. */
export const extendTimeEndpoint = endpoint({
  name: 'material.extend-time',
  face: 'office',
  method: 'POST',
  path: '/api/online-cases/:applicationId/extend',
  permission: 'confirmation.online',
  input: z.strictObject({ ...Versioned, dueOn: Day, dueReason: line(200, '延长原因') }),
  output: Done,
})

/** 需现场: the person is asked to come to the point. */
export const askToPointEndpoint = endpoint({
  name: 'material.ask-to-point',
  face: 'office',
  method: 'POST',
  path: '/api/online-cases/:applicationId/on-site',
  permission: 'confirmation.online',
  input: z.strictObject({ ...Versioned, note: line(300, '到场原因') }),
  output: Done,
})

/** Confirms clean online cases: whole batch in scope or none, then a result for each row (CNF-3, S-060). */
export const confirmCasesEndpoint = endpoint({
  name: 'confirmation.confirm-many',
  face: 'office',
  method: 'POST',
  path: '/api/online-cases/confirm',
  permission: 'confirmation.decide',
  input: z.strictObject({
    cases: z.array(z.strictObject(Versioned)).min(1).max(100),
    /** A dry run answers what would happen and changes nothing. */
    dryRun: z.boolean(),
  }),
  output: z.strictObject({
    results: z.array(
      z.strictObject({
        applicationId: Id,
        registrationNumber: z.string(),
        outcome: z.enum(['would-confirm', 'confirmed', 'refused']),
        sentence: z.string(),
      }),
    ),
  }),
})
