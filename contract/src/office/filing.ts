import { z } from 'zod'
import { AgencyCode } from '../agency-reference.ts'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page, line } from '../field.ts'
import { PlanKind } from '../plan-content.ts'

/** What is filed upward before plans are set and before announcements are published (PLN-2). */
export const FilingKind = z.enum(['applicant-notice', 'teacher-notice', 'plan-table', 'scheme'])
export type FilingKind = z.infer<typeof FilingKind>

export const FILING_KIND_TITLES: Readonly<Record<FilingKind, string>> = {
  'applicant-notice': '面向申请人的教师资格认定工作通知',
  'teacher-notice': '面向教师的定期注册工作通知',
  'plan-table': '网报及培训计划表',
  scheme: '认定工作实施方案',
}

export const FilingState = z.enum(['missing', 'draft', 'handed-in', 'returned', 'accepted'])
export type FilingState = z.infer<typeof FilingState>

export const FILING_STATE_TITLES: Readonly<Record<FilingState, string>> = {
  missing: '未报送',
  draft: '填写中',
  'handed-in': '已报送，待审核',
  returned: '已退回',
  accepted: '已接收',
}

/** Text as far as it is written; what is missing is said when it is handed in. */
const loose = (max: number) => z.string().trim().max(max)
const loosely = (max: number) => z.string().max(max)
const Persons = z.number().int().min(0).max(2_000_000).nullable()

export const NoticeContent = z.strictObject({
  title: loose(100),
  /** 文号. */
  documentNumber: loose(60),
  issuedOn: Day.nullable(),
  text: loosely(20_000),
})
export type NoticeContent = z.infer<typeof NoticeContent>

const Span = { from: Day.nullable(), to: Day.nullable() }

/** One batch as a province plans it. */
export const PlannedBatch = z.strictObject({
  work: PlanKind,
  name: loose(40),
  networkFrom: Day.nullable(),
  networkTo: Day.nullable(),
  confirmFrom: Day.nullable(),
  confirmTo: Day.nullable(),
  expectedCount: Persons,
})
export type PlannedBatch = z.infer<typeof PlannedBatch>

/** One training as a province plans it. */
export const PlannedTraining = z.strictObject({
  ...Span,
  topic: loose(100),
  place: loose(100),
  head: loose(30),
  expectedCount: Persons,
})
export type PlannedTraining = z.infer<typeof PlannedTraining>

export const PlanTableContent = z.strictObject({
  head: loose(30),
  batches: z.array(PlannedBatch).max(12),
  trainings: z.array(PlannedTraining).max(20),
})
export type PlanTableContent = z.infer<typeof PlanTableContent>

export const SchemeStage = z.strictObject({ ...Span, title: loose(60), responsible: loose(60) })
export type SchemeStage = z.infer<typeof SchemeStage>

export const SchemeContent = z.strictObject({
  /** 主要领导, 分管领导, 主管部门负责人. */
  leader: loose(30),
  deputy: loose(30),
  head: loose(30),
  stages: z.array(SchemeStage).max(20),
  hospitals: z.array(z.strictObject({ name: loose(60), perDay: Persons })).max(60),
  points: z.array(z.strictObject({ name: loose(60), address: loose(100), deskCount: Persons })).max(80),
  safety: loosely(4000),
  budgetAssured: z.boolean().nullable(),
})
export type SchemeContent = z.infer<typeof SchemeContent>

export const FilingContent = z.discriminatedUnion('kind', [
  NoticeContent.extend({ kind: z.literal('applicant-notice') }),
  NoticeContent.extend({ kind: z.literal('teacher-notice') }),
  PlanTableContent.extend({ kind: z.literal('plan-table') }),
  SchemeContent.extend({ kind: z.literal('scheme') }),
])
export type FilingContent = z.infer<typeof FilingContent>

/** Which filing of an agency: of a year, or of a round. */
const Subject = { kind: FilingKind, year: z.number().int(), roundId: Id.nullable() }

const Reminder = z.strictObject({
  reminderId: Id,
  ...Subject,
  roundName: z.string().nullable(),
  cause: z.enum(['due-soon', 'overdue', 'urged']),
  dueOn: Day,
  /** Who urges, and their words; null when the system reminds. */
  fromName: z.string().nullable(),
  note: z.string().nullable(),
  at: Instant,
})
export type FilingReminder = z.infer<typeof Reminder>

const Duty = z.strictObject({
  ...Subject,
  roundName: z.string().nullable(),
  filingId: Id.nullable(),
  state: FilingState,
  dueOn: Day,
  isLate: z.boolean(),
  receiverName: z.string(),
})
export type FilingDuty = z.infer<typeof Duty>

/** What the own agency has to file now, and the boards of what others file with it. */
export const listFilingsEndpoint = endpoint({
  name: 'filing.list',
  face: 'office',
  method: 'GET',
  path: '/api/filings',
  permission: 'plan.edit',
  input: z.strictObject({}),
  output: z.strictObject({
    agencyName: z.string(),
    duties: z.array(Duty),
    received: z.array(
      z.strictObject({ ...Subject, roundName: z.string().nullable(), dueOn: Day, waiting: z.number() }),
    ),
  }),
})

/** Begins a filing of the own agency, or finds the one that was begun. */
export const openFilingEndpoint = endpoint({
  name: 'filing.open',
  face: 'office',
  method: 'POST',
  path: '/api/filings',
  permission: 'plan.edit',
  input: z.strictObject(Subject),
  output: z.strictObject({ filingId: Id }),
})

export const FilingFinding = z.strictObject({ code: z.string(), field: z.string(), sentence: z.string() })
export type FilingFinding = z.infer<typeof FilingFinding>

/** One handed-in version with the opinion on it. */
export const FilingVersion = z.strictObject({
  number: z.number().int(),
  content: FilingContent,
  scanUrl: z.string().nullable(),
  handedInAt: Instant,
  accepted: z.boolean().nullable(),
  reason: z.string().nullable(),
  reviewedAt: Instant.nullable(),
})
export type FilingVersion = z.infer<typeof FilingVersion>

export const FilingView = z.strictObject({
  filingId: Id,
  agencyCode: AgencyCode,
  agencyName: z.string(),
  ...Subject,
  roundName: z.string().nullable(),
  receiverName: z.string(),
  state: FilingState,
  dueOn: Day,
  isLate: z.boolean(),
  version: z.number().int(),
  content: FilingContent,
  scanUrl: z.string().nullable(),
  /** What the draft, or for the receiver the handed-in version, still lacks. */
  findings: z.array(FilingFinding),
  versions: z.array(FilingVersion),
  isOwn: z.boolean(),
  mayReview: z.boolean(),
})
export type FilingView = z.infer<typeof FilingView>

export const getFilingEndpoint = endpoint({
  name: 'filing.get',
  face: 'office',
  method: 'GET',
  path: '/api/filings/:filingId',
  permission: 'plan.edit',
  input: z.strictObject({ filingId: Id }),
  output: FilingView,
})

const Seen = { filingId: Id, version: z.number().int() }

export const saveFilingEndpoint = endpoint({
  name: 'filing.save',
  face: 'office',
  method: 'POST',
  path: '/api/filings/:filingId/save',
  permission: 'plan.edit',
  input: z.strictObject({ ...Seen, content: FilingContent }),
  output: z.strictObject({ version: z.number().int() }),
})

/** The stamped scan of what will be handed in. */
export const uploadFilingScanEndpoint = endpoint({
  name: 'filing.upload-scan',
  face: 'office',
  method: 'POST',
  path: '/api/filings/:filingId/scan',
  permission: 'plan.edit',
  body: 'file',
  input: z.strictObject({ filingId: Id }),
  output: z.strictObject({ version: z.number().int() }),
})

export const handInFilingEndpoint = endpoint({
  name: 'filing.hand-in',
  face: 'office',
  method: 'POST',
  path: '/api/filings/:filingId/hand-in',
  permission: 'plan.edit',
  input: z.strictObject(Seen),
  output: Done,
})

/** The receiver accepts the version that waits, or returns it with the reason. */
export const reviewFilingEndpoint = endpoint({
  name: 'filing.review',
  face: 'office',
  method: 'POST',
  path: '/api/filings/:filingId/review',
  permission: 'plan.edit',
  input: z.strictObject({
    filingId: Id,
    /** The version that was read. */
    number: z.number().int(),
    accepted: z.boolean(),
    reason: line(500, '理由').nullable(),
  }),
  output: Done,
})

const BoardRow = z.strictObject({
  agencyCode: AgencyCode,
  agencyName: z.string(),
  filingId: Id.nullable(),
  state: FilingState,
  isLate: z.boolean(),
  handedInAt: Instant.nullable(),
  remindedOn: Day.nullable(),
})
export type FilingBoardRow = z.infer<typeof BoardRow>

/** Who of those that file with the asking agency, or below it, is missing or late; by code, fifty a page. */
export const getFilingBoardEndpoint = endpoint({
  name: 'filing.get-board',
  face: 'office',
  method: 'GET',
  path: '/api/filing-board',
  permission: 'plan.edit',
  input: z.strictObject({
    kind: FilingKind,
    year: z.coerce.number().int(),
    roundId: Id.optional(),
    state: FilingState.optional(),
    ...Page,
  }),
  output: z.strictObject({
    ...Subject,
    roundName: z.string().nullable(),
    dueOn: Day,
    mayRemind: z.boolean(),
    rows: z.array(BoardRow),
    after: z.string().nullable(),
  }),
})

/** 提醒报送: a site notice to agencies that have not handed in, at most once a day each. */
export const remindFilingEndpoint = endpoint({
  name: 'filing.remind',
  face: 'office',
  method: 'POST',
  path: '/api/filing-board/remind',
  permission: 'plan.edit',
  input: z.strictObject({ ...Subject, agencyCodes: z.array(AgencyCode).min(1).max(100), note: line(200, '提醒内容') }),
  output: z.strictObject({ reminded: z.number().int(), skipped: z.number().int() }),
})

/** Reminders of the own agency that nobody has taken note of. */
export const listFilingRemindersEndpoint = endpoint({
  name: 'filing.list-reminders',
  face: 'office',
  method: 'GET',
  path: '/api/filing-reminders',
  permission: 'plan.edit',
  input: z.strictObject({}),
  output: z.strictObject({ reminders: z.array(Reminder) }),
})

export const noteFilingRemindersEndpoint = endpoint({
  name: 'filing.note-reminders',
  face: 'office',
  method: 'POST',
  path: '/api/filing-reminders/note',
  permission: 'plan.edit',
  input: z.strictObject({ reminderIds: z.array(Id).min(1).max(100) }),
  output: Done,
})
