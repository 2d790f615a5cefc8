import { z } from 'zod'
import { AgencyCode, AgencyLevel } from '../agency-reference.ts'
import {
  ConsultationKind,
  ConsultationOutcome,
  ConsultationState,
  ConsultationTopic,
  paragraphs,
} from '../consultation.ts'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page, line } from '../field.ts'

/** Whose items: on one's own desk, passed on to others, reported upward for being late, or all of the tree. */
export const ConsultationPlace = z.enum(['own', 'passed', 'escalated', 'below'])
export type ConsultationPlace = z.infer<typeof ConsultationPlace>

export const CONSULTATION_PLACE_TITLES: Readonly<Record<ConsultationPlace, string>> = {
  own: '本机构办理',
  passed: '本机构转出',
  escalated: '逾期上报',
  below: '下级机构',
}

export const ConsultationRow = z.strictObject({
  consultationId: Id,
  number: z.string(),
  kind: ConsultationKind,
  topic: ConsultationTopic,
  title: z.string(),
  agencyName: z.string(),
  /** `138****5678`; null where nobody can be named. */
  maskedPhone: z.string().nullable(),
  state: ConsultationState,
  submittedAt: Instant,
  dueOn: Day,
  dueProvisional: z.boolean(),
  isOverdue: z.boolean(),
  assigneeName: z.string().nullable(),
  isMine: z.boolean(),
  outcome: ConsultationOutcome.nullable(),
})
export type ConsultationRow = z.infer<typeof ConsultationRow>

/** Open items by their due day, or answered ones newest first. */
export const listConsultationsEndpoint = endpoint({
  name: 'consultation.list',
  face: 'office',
  method: 'GET',
  path: '/api/consultations',
  permission: 'consultation.handle',
  input: z.strictObject({
    place: ConsultationPlace.default('own'),
    kind: ConsultationKind.optional(),
    answered: z.enum(['yes', 'no']).default('no'),
    mine: z.enum(['yes']).optional(),
    overdue: z.enum(['yes']).optional(),
    ...Page,
  }),
  output: z.strictObject({ rows: z.array(ConsultationRow), after: z.string().nullable() }),
})

export const ConsultationAction = z.enum(['assign', 'answer', 'transfer', 'refer', 'reveal'])
export type ConsultationAction = z.infer<typeof ConsultationAction>

/** One item in full; opening it is an event. The contact stays masked until it is revealed. */
export const getConsultationEndpoint = endpoint({
  name: 'consultation.get',
  face: 'office',
  method: 'GET',
  path: '/api/consultations/:consultationId',
  permission: 'consultation.handle',
  input: z.strictObject({ consultationId: Id }),
  output: z.strictObject({
    row: ConsultationRow,
    body: z.string(),
    registrationNumber: z.string().nullable(),
    contact: z.enum(['account', 'phone', 'anonymous']),
    maskedName: z.string().nullable(),
    subjectAgencyName: z.string().nullable(),
    score: z.number().nullable(),
    isSolved: z.boolean().nullable(),
    history: z.array(
      z.strictObject({
        eventId: Id,
        kind: z.string(),
        at: Instant,
        officerName: z.string().nullable(),
        agencyName: z.string().nullable(),
        toAgencyName: z.string().nullable(),
        text: z.string().nullable(),
        note: z.string().nullable(),
        referenceKind: z.enum(['restriction', 'inspection']).nullable(),
        reference: z.string().nullable(),
      }),
    ),
    files: z.array(z.strictObject({ fileId: Id, place: z.number(), isPdf: z.boolean(), bytes: z.number() })),
    actions: z.array(ConsultationAction),
    outcomes: z.array(ConsultationOutcome),
    templates: z.array(z.strictObject({ code: z.string(), title: z.string(), text: z.string() })),
    handlers: z.array(z.strictObject({ userId: Id, name: z.string() })),
    targets: z.array(
      z.strictObject({ agencyCode: AgencyCode, name: z.string(), level: AgencyLevel, isAbove: z.boolean() }),
    ),
  }),
})

const Item = { consultationId: Id }

/** To a colleague who may handle the kind; null means oneself. */
export const assignConsultationEndpoint = endpoint({
  name: 'consultation.assign',
  face: 'office',
  method: 'POST',
  path: '/api/consultations/:consultationId/assign',
  permission: 'consultation.handle',
  input: z.strictObject({ ...Item, userId: Id.nullable() }),
  output: Done,
})

export const answerConsultationEndpoint = endpoint({
  name: 'consultation.answer',
  face: 'office',
  method: 'POST',
  path: '/api/consultations/:consultationId/answer',
  permission: 'consultation.handle',
  input: z.strictObject({
    ...Item,
    outcome: ConsultationOutcome,
    text: paragraphs(10, 2000, '答复内容'),
    note: z.string().trim().max(500),
  }),
  output: Done,
})

/** To an agency above or below on the same line; the reason reaches the person. */
export const transferConsultationEndpoint = endpoint({
  name: 'consultation.transfer',
  face: 'office',
  method: 'POST',
  path: '/api/consultations/:consultationId/transfer',
  permission: 'consultation.handle',
  input: z.strictObject({ ...Item, agencyCode: AgencyCode, reason: paragraphs(5, 300, '转办原因') }),
  output: z.strictObject({ agencyName: z.string(), dueOn: Day }),
})

/** Notes that a report led to an entry of the 限制库 or to an inspection. */
export const referConsultationEndpoint = endpoint({
  name: 'consultation.refer',
  face: 'office',
  method: 'POST',
  path: '/api/consultations/:consultationId/refer',
  permission: 'consultation.handle',
  input: z.strictObject({
    ...Item,
    kind: z.enum(['restriction', 'inspection']),
    reference: line(80, '限制库记录的决定文号或核查编号'),
  }),
  output: Done,
})

/** The contact in clear; each look is an event (S-144). */
export const revealConsultationContactEndpoint = endpoint({
  name: 'consultation.reveal-contact',
  face: 'office',
  method: 'POST',
  path: '/api/consultations/:consultationId/reveal-contact',
  permission: 'consultation.handle',
  input: z.strictObject({ ...Item, purpose: line(60, '用途') }),
  output: z.strictObject({ name: z.string(), phone: z.string() }),
})

/** Evidence of an item; each download is an event (S-144). */
export const getConsultationFileEndpoint = endpoint({
  name: 'consultation.get-file',
  face: 'office',
  method: 'GET',
  path: '/api/consultations/:consultationId/files/:fileId',
  permission: 'consultation.handle',
  input: z.strictObject({ ...Item, fileId: Id }),
  output: z.unknown(),
  reply: 'binary',
})

/** How one's own agency and those right below, each with its tree, keep up. */
export const getConsultationBoardEndpoint = endpoint({
  name: 'consultation.get-board',
  face: 'office',
  method: 'GET',
  path: '/api/consultation-board',
  permission: 'consultation.handle',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        agencyCode: AgencyCode,
        agencyName: z.string(),
        isOwn: z.boolean(),
        open: z.number(),
        overdue: z.number(),
        dueToday: z.number(),
        answered: z.number(),
        answeredLate: z.number(),
        /** Mean of the scores of the last 90 days, one decimal; null without any. */
        score: z.number().nullable(),
      }),
    ),
  }),
})
