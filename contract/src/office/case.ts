import { z } from 'zod'
import { ApplicationStatus, CaseReason, FactGroup, TimelineEntry } from '../application.ts'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page, line } from '../field.ts'
import { QualificationType } from '../qualification.ts'

/** Where a case stands for the offices; finer than the five 认定状态 and never shown to applicants. */
export const CaseStage = z.enum([
  'awaiting-confirmation',
  'vetting',
  'awaiting-diploma',
  'awaiting-review',
  'awaiting-approval',
  'closed',
])
export type CaseStage = z.infer<typeof CaseStage>

export const CASE_STAGE_TITLES: Readonly<Record<CaseStage, string>> = {
  'awaiting-confirmation': '待确认',
  vetting: '核查中',
  'awaiting-diploma': '待毕业证书',
  'awaiting-review': '待审核',
  'awaiting-approval': '待审批',
  closed: '已办结',
}

export const CaseRow = z.strictObject({
  applicationId: Id,
  /** Version as listed: a bulk approval carries it, so a case that has changed since is refused, not decided. */
  version: z.number().int(),
  registrationNumber: z.string(),
  name: z.string(),
  maskedDocumentNumber: z.string(),
  qualificationType: QualificationType,
  subjectName: z.string(),
  pointName: z.string(),
  status: ApplicationStatus,
  stage: CaseStage,
  /** Decision is due on this working day; null before confirmation. */
  dueOn: Day.nullable(),
  /** The working-day calendar of that year is not yet published (暂定). */
  dueProvisional: z.boolean(),
  /** Short words about what needs attention, for example 照片背景非白色. */
  hints: z.array(z.string()),
})
export type CaseRow = z.infer<typeof CaseRow>

/** Queue of one's own agency (and point), oldest due date first, keyset paged. */
export const listCasesEndpoint = endpoint({
  name: 'decision.list-cases',
  face: 'office',
  method: 'GET',
  path: '/api/cases',
  permission: 'case.read',
  input: z.strictObject({
    stage: CaseStage.optional(),
    qualificationType: z.coerce.number().pipe(QualificationType).optional(),
    due: z.enum(['overdue', 'today', 'week']).optional(),
    ...Page,
  }),
  output: z.strictObject({ rows: z.array(CaseRow), after: z.string().nullable() }),
})

export const WorkCounts = z.strictObject({
  /** Counters kept by the writing transactions, by stage and by due date, of the cases this officer can act on. */
  stages: z.array(z.strictObject({ stage: CaseStage, count: z.number().int() })),
  overdue: z.number().int(),
  today: z.number().int(),
  week: z.number().int(),
})
export type WorkCounts = z.infer<typeof WorkCounts>

export const getWorkEndpoint = endpoint({
  name: 'decision.get-work',
  face: 'office',
  method: 'GET',
  path: '/api/work',
  permission: 'office',
  input: z.strictObject({}),
  output: WorkCounts,
})

/** Finds a case by 报名号, document number, scanned QR text or the beginning of a name; POST, so that no number stands in an address (S-125). */
export const findCaseEndpoint = endpoint({
  name: 'confirmation.find-case',
  face: 'office',
  method: 'POST',
  path: '/api/cases/find',
  permission: 'case.search',
  input: z.strictObject({ text: line(60, '报名号、姓名或证件号码') }),
  output: z.strictObject({ rows: z.array(CaseRow) }),
})

export const CheckResult = z.enum(['pass', 'attention', 'fail', 'waiting', 'not-needed'])
export type CheckResult = z.infer<typeof CheckResult>

/** One line of the checklist: requirement, machine fact, human judgement, source. */
export const CheckLine = z.strictObject({
  code: z.string(),
  title: z.string(),
  requirement: z.string(),
  machine: z.strictObject({
    result: CheckResult,
    found: z.string(),
    source: z.string().nullable(),
    at: Instant.nullable(),
  }),
  /** What an officer said of it, if anybody did. */
  human: z.strictObject({ accepted: z.boolean(), note: z.string().nullable(), by: z.string(), at: Instant }).nullable(),
  basis: z.string().nullable(),
  /** Whether the desk must judge this line itself (paper original, photo comparison). */
  needsHuman: z.boolean(),
})
export type CheckLine = z.infer<typeof CheckLine>

export const Medical = z.strictObject({
  conclusion: z.enum(['qualified', 'unqualified']),
  examinedOn: Day,
  hospital: z.string(),
})

/** A check awaited from outside (architecture §3 rule 3). */
export const VettingState = z.strictObject({
  kind: z.enum(['crime', 'offence', 'restriction']),
  title: z.string(),
  state: z.enum(['not-requested', 'requested', 'clear', 'hit', 'error', 'stale', 'purged']),
  requestedAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
  sentence: z.string(),
})

export const CaseAction = z.enum([
  'confirm',
  'refuse-confirmation',
  'return',
  'request-vetting',
  'review',
  'approve',
  'refuse',
  'record-diploma',
  'print-receipt',
  'hold',
  'resume',
  'move',
  'correct',
])
export type CaseAction = z.infer<typeof CaseAction>

export const CaseView = z.strictObject({
  row: CaseRow,
  version: z.number().int(),
  groups: z.array(FactGroup),
  photoUrl: z.string().nullable(),
  signatureUrl: z.string().nullable(),
  checklist: z.array(CheckLine),
  materials: z.array(z.strictObject({ code: z.string(), name: z.string(), why: z.string(), needed: z.boolean() })),
  medical: Medical.nullable(),
  vetting: z.array(VettingState),
  review: z
    .strictObject({ opinion: z.enum(['pass', 'fail']), note: z.string().nullable(), by: z.string(), at: Instant })
    .nullable(),
  reasons: z.array(CaseReason),
  certificate: z.strictObject({ certificateId: Id, number: z.string(), issuedOn: Day }).nullable(),
  timeline: z.array(TimelineEntry),
  /** What this officer may do now; the rest carries the sentence why not. */
  actions: z.array(z.strictObject({ action: CaseAction, allowed: z.boolean(), why: z.string().nullable() })),
  /** Next case of the queue this officer came from. */
  nextApplicationId: Id.nullable(),
  /** 暂停办理 since this day. */
  heldOn: Day.nullable(),
  /** Another office asks this one to take it: read, without pictures, and answered under 移送与更正. */
  isOffered: z.boolean(),
})
export type CaseView = z.infer<typeof CaseView>

export const getCaseEndpoint = endpoint({
  name: 'decision.get-case',
  face: 'office',
  method: 'GET',
  path: '/api/cases/:applicationId',
  permission: 'case.read',
  input: z.strictObject({ applicationId: Id }),
  output: CaseView,
})

/** Shows the full document number: a click, a purpose and an event (S-122, S-144). */
export const revealNumberEndpoint = endpoint({
  name: 'decision.reveal-number',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/reveal',
  permission: 'case.read',
  input: z.strictObject({ applicationId: Id, purpose: line(60, '查看原因') }),
  output: z.strictObject({ documentNumber: z.string(), phone: z.string() }),
})

export const ReasonChoice = z.strictObject({
  code: z.string().max(60),
  note: z.string().trim().max(300).nullable(),
})

export const listReasonsEndpoint = endpoint({
  name: 'policy.list-reasons',
  face: 'office',
  method: 'GET',
  path: '/api/reasons',
  permission: 'office',
  input: z.strictObject({ stage: z.enum(['confirm', 'conclude', 'return']) }),
  output: z.strictObject({
    reasons: z.array(z.strictObject({ code: z.string(), title: z.string(), basis: z.string().nullable() })),
  }),
})

const Versioned = { applicationId: Id, version: z.number().int() }

/** The desk accepts: every needed line judged, medical conclusion recorded; the case goes to 待认定审批 (CNF-2, CNF-5). */
export const confirmCaseEndpoint = endpoint({
  name: 'confirmation.confirm',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/confirm',
  permission: 'confirmation.decide',
  input: z.strictObject({
    ...Versioned,
    judgements: z
      .array(
        z.strictObject({
          code: z.string().max(60),
          accepted: z.boolean(),
          note: z.string().trim().max(300).nullable(),
        }),
      )
      .max(60),
    medical: Medical.extend({ hospital: line(60, '体检医院') }),
  }),
  output: z.strictObject({ documentId: Id, dueOn: Day }),
})

/** The desk refuses: the full list of defects at once (行政许可法 art. 32). */
export const refuseConfirmationEndpoint = endpoint({
  name: 'confirmation.refuse',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/refuse-confirmation',
  permission: 'confirmation.decide',
  input: z.strictObject({
    ...Versioned,
    reasons: z.array(ReasonChoice).min(1, { error: '请至少选择一条原因。' }).max(20),
  }),
  output: Done,
})

/** 调整认定状态 back to 网报待确认, with a reason the applicant reads (CNF-4). */
export const returnCaseEndpoint = endpoint({
  name: 'decision.return',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/return',
  permission: 'decision.return',
  input: z.strictObject({ ...Versioned, message: line(300, '留言') }),
  output: Done,
})

/** Asks 学信网 for the diploma of a final-term student (domain §9.1). */
export const recordDiplomaEndpoint = endpoint({
  name: 'decision.check-diploma',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/diploma',
  permission: 'decision.review',
  input: z.strictObject({ ...Versioned, certificateNumber: line(24, '毕业证书编号') }),
  output: z.strictObject({ verificationId: Id }),
})

/** First pair of eyes (DEC-3). */
export const reviewCaseEndpoint = endpoint({
  name: 'decision.review',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/review',
  permission: 'decision.review',
  input: z.strictObject({
    ...Versioned,
    opinion: z.enum(['pass', 'fail']),
    note: z.string().trim().max(300).nullable(),
    reasons: z.array(ReasonChoice).max(20),
  }),
  output: Done,
})

/** Second pair of eyes: 认定通过 assigns the number in the same transaction (CRT-1). */
export const approveCaseEndpoint = endpoint({
  name: 'decision.approve',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/approve',
  permission: 'decision.approve',
  needsKey: true,
  input: z.strictObject(Versioned),
  output: z.strictObject({ certificateId: Id, number: z.string() }),
})

/** 认定未通过 with reason codes and the remedy text (DEC-4). */
export const refuseCaseEndpoint = endpoint({
  name: 'decision.refuse',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/refuse',
  permission: 'decision.approve',
  needsKey: true,
  input: z.strictObject({
    ...Versioned,
    reasons: z.array(ReasonChoice).min(1, { error: '请至少选择一条原因。' }).max(20),
  }),
  output: Done,
})

/** 认定通过 for many clean cases: whole batch in scope or none, then a result for each row (DEC-3, S-060). */
export const approveCasesEndpoint = endpoint({
  name: 'decision.approve-many',
  face: 'office',
  method: 'POST',
  path: '/api/cases/approve',
  permission: 'decision.approve',
  needsKey: ({ dryRun }) => !dryRun,
  input: z.strictObject({
    cases: z.array(z.strictObject(Versioned)).min(1).max(500),
    /** A dry run answers what would happen and changes nothing. */
    dryRun: z.boolean(),
  }),
  output: z.strictObject({
    results: z.array(
      z.strictObject({
        applicationId: Id,
        registrationNumber: z.string(),
        outcome: z.enum(['would-approve', 'approved', 'refused']),
        number: z.string().nullable(),
        sentence: z.string(),
      }),
    ),
  }),
})

/** 受理凭证 PDF: asked for again at any time after acceptance. */
export const requestReceiptEndpoint = endpoint({
  name: 'confirmation.request-receipt',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/receipt',
  permission: 'confirmation.read',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({ documentId: Id }),
})

export const getOfficeDocumentEndpoint = endpoint({
  name: 'confirmation.get-document',
  face: 'office',
  method: 'GET',
  path: '/api/documents/:documentId',
  permission: 'office',
  input: z.strictObject({ documentId: Id }),
  output: z.strictObject({
    documentId: Id,
    state: z.enum(['waiting', 'ready', 'failed']),
    url: z.string().nullable(),
  }),
})

export const CertificateRecord = z.strictObject({
  certificateId: Id,
  number: z.string(),
  name: z.string(),
  sex: z.string(),
  birthMonth: z.string(),
  ethnicGroup: z.string(),
  maskedDocumentNumber: z.string(),
  qualificationTitle: z.string(),
  subjectName: z.string(),
  agencyName: z.string(),
  /** 现接替机构 of the issuing agency. */
  successorName: z.string().nullable(),
  issuedOn: Day,
  state: z.enum(['valid', 'suspended', 'void']),
  history: z.array(TimelineEntry),
  photoUrl: z.string().nullable(),
})

export const getCertificateEndpoint = endpoint({
  name: 'certificate.get',
  face: 'office',
  method: 'GET',
  path: '/api/certificates/:certificateId',
  permission: 'case.read',
  input: z.strictObject({ certificateId: Id }),
  output: CertificateRecord,
})

export const listCertificatesEndpoint = endpoint({
  name: 'certificate.list',
  face: 'office',
  method: 'GET',
  path: '/api/certificates',
  permission: 'case.read',
  input: z.strictObject({ year: z.coerce.number().int().min(1994).max(2200).optional(), ...Page }),
  output: z.strictObject({
    rows: z.array(
      CertificateRecord.pick({
        certificateId: true,
        number: true,
        name: true,
        qualificationTitle: true,
        subjectName: true,
        issuedOn: true,
        state: true,
      }),
    ),
    after: z.string().nullable(),
  }),
})
