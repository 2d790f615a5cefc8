import { z } from 'zod'
import { RestrictionKind } from '../restriction-kind.ts'
import { DocumentNumber, PersonName, RequestId, answerHead, sourceText } from './envelope.ts'

/** Bars the exam authority has decided: cheating in an exam (教师资格条例 art. 20). Page after page by its own mark. */
export const EXAM_BARS_PATH = '/exam/v1/bars'
export const EXAM_BARS_PAGE = 200
/** Pages that one fetch takes at most; what is left comes with the next fetch. */
export const EXAM_BARS_PAGES = 5

const Mark = z.string().regex(/^[\w-]{1,64}$/)

export const ExamBarsQuestion = z.strictObject({ requestId: RequestId, after: Mark.nullable() })
export type ExamBarsQuestion = z.infer<typeof ExamBarsQuestion>

export const ExamBar = z.object({
  name: PersonName,
  documentNumber: DocumentNumber,
  decidedOn: z.iso.date(),
  lastBarredDay: z.iso.date(),
  authority: sourceText(60),
  decisionNumber: sourceText(60),
  cause: sourceText(300),
})
export type ExamBar = z.infer<typeof ExamBar>

export const ExamBarsAnswer = z.object({
  ...answerHead,
  bars: z.array(ExamBar).max(EXAM_BARS_PAGE),
  next: Mark.nullable(),
})

/** What this side reports: a bar that keeps a person from the exam, in force or withdrawn; the same report is one. */
export const EXAM_REPORTS_PATH = '/exam/v1/bar-reports'

export const ExamReportQuestion = z.strictObject({
  requestId: RequestId,
  reportId: RequestId,
  name: PersonName,
  documentNumber: DocumentNumber,
  kind: RestrictionKind,
  state: z.enum(['in-force', 'withdrawn']),
  from: z.iso.date(),
  /** Last barred day; null for life. */
  until: z.iso.date().nullable(),
  decisionNumber: sourceText(60),
})
export type ExamReportQuestion = z.infer<typeof ExamReportQuestion>

export const ExamReportAnswer = z.object({
  ...answerHead,
  reportId: RequestId,
  /** The person holds a proof that is in force: somebody who should not have got it or may not use it. */
  holdsProof: z.boolean(),
})
