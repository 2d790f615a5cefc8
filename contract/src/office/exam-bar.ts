import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page, line } from '../field.ts'
import { RestrictionKind } from '../restriction-kind.ts'

/** Bars in one list. */
export const EXAM_LIST_MAX = 1000

export const EXAM_LIST_COLUMNS = [
  '姓名',
  '证件号码',
  '决定日期',
  '限制截止日期',
  '作出决定的机关',
  '决定文号',
  '事由',
] as const

export const ExamImportState = z.enum(['fetching', 'read', 'pending', 'accepted', 'returned', 'failed'])
export type ExamImportState = z.infer<typeof ExamImportState>
export const EXAM_IMPORT_TITLES: Readonly<Record<ExamImportState, string>> = {
  fetching: '正在获取',
  read: '待导入',
  pending: '待复核',
  accepted: '已生效',
  returned: '已退回',
  failed: '没有获取到',
}

export const ExamImport = z.strictObject({
  importId: Id,
  source: z.enum(['file', 'authority']),
  state: ExamImportState,
  count: z.number().int(),
  fresh: z.number().int(),
  known: z.number().int(),
  faulty: z.number().int(),
  agencyName: z.string(),
  enteredBy: z.string(),
  enteredAt: Instant,
  reviewAgencyName: z.string(),
  reviewedBy: z.string().nullable(),
  reviewedAt: Instant.nullable(),
  returnReason: z.string().nullable(),
  /** Whether this officer can review it now. */
  isMineToReview: z.boolean(),
})
export type ExamImport = z.infer<typeof ExamImport>

/** Excel of the exam authority: read and judged, nothing is entered before somebody says so. */
export const uploadExamListEndpoint = endpoint({
  name: 'exam-bar.upload',
  face: 'office',
  method: 'POST',
  path: '/api/exam-imports',
  permission: 'restriction.enter',
  body: 'file',
  input: z.strictObject({}),
  output: z.strictObject({ importId: Id }),
})

/** Asks the exam authority for its list; a job answers. */
export const fetchExamListEndpoint = endpoint({
  name: 'exam-bar.fetch',
  face: 'office',
  method: 'POST',
  path: '/api/exam-imports/fetch',
  permission: 'restriction.enter',
  input: z.strictObject({}),
  output: z.strictObject({ importId: Id }),
})

export const listExamImportsEndpoint = endpoint({
  name: 'exam-bar.list-imports',
  face: 'office',
  method: 'GET',
  path: '/api/exam-imports',
  permission: 'restriction.work',
  input: z.strictObject(Page),
  output: z.strictObject({ imports: z.array(ExamImport), after: z.string().nullable() }),
})

export const ExamRow = z.strictObject({
  /** As the list shows it. */
  row: z.number().int(),
  maskedName: z.string(),
  maskedNumber: z.string(),
  decisionNumber: z.string(),
  outcome: z.enum(['fresh', 'known', 'faulty']),
  sentence: z.string().nullable(),
  /** The entry it became. */
  entryId: Id.nullable(),
})
export type ExamRow = z.infer<typeof ExamRow>

/** One list: before it is imported the dry run over every row, afterwards what became of each. */
export const getExamImportEndpoint = endpoint({
  name: 'exam-bar.get-import',
  face: 'office',
  method: 'GET',
  path: '/api/exam-imports/:importId',
  permission: 'restriction.work',
  input: z.strictObject({ importId: Id }),
  output: z.strictObject({ import: ExamImport, rows: z.array(ExamRow) }),
})

/** Enters every sound row that is not known; each holds conclusions at once and waits for the second person. */
export const importExamListEndpoint = endpoint({
  name: 'exam-bar.import',
  face: 'office',
  method: 'POST',
  path: '/api/exam-imports/:importId/import',
  permission: 'restriction.enter',
  input: z.strictObject({ importId: Id }),
  output: z.strictObject({ fresh: z.number().int(), known: z.number().int(), faulty: z.number().int() }),
})

/** The second person accepts or returns all entries of a list at once. */
export const reviewExamImportEndpoint = endpoint({
  name: 'exam-bar.review',
  face: 'office',
  method: 'POST',
  path: '/api/exam-imports/:importId/review',
  permission: 'restriction.review',
  needsKey: true,
  input: z.discriminatedUnion('result', [
    z.strictObject({ importId: Id, result: z.literal('accept') }),
    z.strictObject({ importId: Id, result: z.literal('return'), reason: line(300, '退回原因') }),
  ]),
  output: Done,
})

export const ExamReportRow = z.strictObject({
  reportId: Id,
  maskedName: z.string(),
  kind: RestrictionKind,
  decisionNumber: z.string(),
  state: z.enum(['in-force', 'withdrawn']),
  until: Day.nullable(),
  queuedAt: Instant,
  sentAt: Instant.nullable(),
  /** The person holds a proof in force; null until the exam authority has answered. */
  holdsProof: z.boolean().nullable(),
})
export type ExamReportRow = z.infer<typeof ExamReportRow>

/** What was told to the exam authority about entries of one's own line, newest first. */
export const listExamReportsEndpoint = endpoint({
  name: 'exam-bar.list-reports',
  face: 'office',
  method: 'GET',
  path: '/api/exam-reports',
  permission: 'restriction.work',
  input: z.strictObject(Page),
  output: z.strictObject({ rows: z.array(ExamReportRow), after: z.string().nullable() }),
})
