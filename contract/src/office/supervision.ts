import { z } from 'zod'
import { AgencyLevel } from '../agency-reference.ts'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page, line } from '../field.ts'
import { CaseRow, CaseStage, CaseView } from './case.ts'

/** An agency as the tree names it, five digits. */
export const AgencyCode = z.string().regex(/^\d{5}$/, { error: '机构代码应为 5 位数字。' })

/** Open cases of one agency and all below it, by due day; from counters, never by counting cases. */
export const BoardRow = z.strictObject({
  agencyCode: AgencyCode,
  agencyName: z.string(),
  level: AgencyLevel,
  /** Agencies stand below it: its row can be opened further. */
  hasBelow: z.boolean(),
  open: z.number().int(),
  overdue: z.number().int(),
  today: z.number().int(),
  week: z.number().int(),
  /** Overdue by as many days as the policy calls for the upper level. */
  escalated: z.number().int(),
})
export type BoardRow = z.infer<typeof BoardRow>

/** 督办: the agencies directly below one's own, or below one of those (ADM-1, S-050). */
export const getBoardEndpoint = endpoint({
  name: 'decision.get-board',
  face: 'office',
  method: 'GET',
  path: '/api/supervision/board',
  permission: 'case.supervise',
  input: z.strictObject({ agencyCode: AgencyCode.optional() }),
  output: z.strictObject({
    agency: z.strictObject({ code: AgencyCode, name: z.string() }),
    /** From one's own agency down to the one shown. */
    path: z.array(z.strictObject({ code: AgencyCode, name: z.string() })),
    /** Cases that this agency decides itself. */
    own: BoardRow,
    rows: z.array(BoardRow),
    /** Days overdue after which a case stands on the board of the level above. */
    escalateAfterDays: z.number().int(),
  }),
})

export const BelowDue = z.enum(['overdue', 'today', 'week', 'escalated'])
export type BelowDue = z.infer<typeof BelowDue>

/** The open cases of one agency below, oldest due day first, keyset paged; for reading alone. */
export const listCasesBelowEndpoint = endpoint({
  name: 'decision.list-cases-below',
  face: 'office',
  method: 'GET',
  path: '/api/supervision/cases',
  permission: 'case.supervise',
  input: z.strictObject({
    agencyCode: AgencyCode,
    stage: CaseStage.exclude(['closed']).optional(),
    due: BelowDue.optional(),
    ...Page,
  }),
  output: z.strictObject({ agencyName: z.string(), rows: z.array(CaseRow), after: z.string().nullable() }),
})

/** One case below as its own office sees it, without pictures, without findings and without acts; an event of reading. */
export const getCaseBelowEndpoint = endpoint({
  name: 'decision.get-case-below',
  face: 'office',
  method: 'GET',
  path: '/api/supervision/cases/:applicationId',
  permission: 'case.supervise',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({
    agencyName: z.string(),
    view: CaseView,
    urged: z.array(z.strictObject({ at: Instant, from: z.string(), note: z.string(), seenAt: Instant.nullable() })),
  }),
})

/** 催办: the one thing an upper level does about a case below, at most once a day. */
export const urgeCaseEndpoint = endpoint({
  name: 'decision.urge',
  face: 'office',
  method: 'POST',
  path: '/api/supervision/cases/:applicationId/urge',
  permission: 'case.supervise',
  input: z.strictObject({ applicationId: Id, note: line(200, '催办意见') }),
  output: Done,
})

export const CaseAlert = z.strictObject({
  alertId: Id,
  applicationId: Id,
  registrationNumber: z.string(),
  kind: z.enum(['due-today', 'overdue', 'escalated', 'urged']),
  dueOn: Day.nullable(),
  at: Instant,
  /** Agency that urges, with its words. */
  from: z.string().nullable(),
  note: z.string().nullable(),
})
export type CaseAlert = z.infer<typeof CaseAlert>

/** What the approvers of the agency have not yet taken note of, newest first, at most a hundred. */
export const listAlertsEndpoint = endpoint({
  name: 'decision.list-alerts',
  face: 'office',
  method: 'GET',
  path: '/api/alerts',
  permission: 'decision.approve',
  input: z.strictObject({}),
  output: z.strictObject({ alerts: z.array(CaseAlert) }),
})

/** An approver takes note; the upper level sees when. */
export const noteAlertsEndpoint = endpoint({
  name: 'decision.note-alerts',
  face: 'office',
  method: 'POST',
  path: '/api/alerts/note',
  permission: 'decision.approve',
  input: z.strictObject({ alertIds: z.array(Id).min(1).max(100) }),
  output: Done,
})
