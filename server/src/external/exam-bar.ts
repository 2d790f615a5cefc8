import { randomUUID } from 'node:crypto'
import {
  EXAM_BARS_PAGES,
  EXAM_BARS_PATH,
  EXAM_REPORTS_PATH,
  type ExamBar,
  ExamBarsAnswer,
  type ExamBarsQuestion,
  ExamReportAnswer,
  ExamReportQuestion,
} from '@xingtan/contract/authority/exam-bar'
import type { Trouble } from '@xingtan/domain/outcome'
import type { z } from 'zod'
import type { Caller } from './http.ts'

export type ExamBarsRead = { readonly kind: 'read'; readonly bars: readonly ExamBar[] } | Trouble
export type ExamReported = { readonly kind: 'reported'; readonly holdsProof: boolean } | Trouble
export type ExamReport = Omit<ExamReportQuestion, 'requestId'>

/** Exam bars in both directions (INT-4). */
export interface ExamBars {
  readonly list: () => Promise<ExamBarsRead>
  /** `undefined`: the exam authority keeps no documents of this kind, so there is nothing to report. */
  readonly report: (report: ExamReport) => Promise<ExamReported | undefined>
}

async function list(caller: Caller): Promise<ExamBarsRead> {
  const bars: ExamBar[] = []
  let after: string | null = null
  for (let page = 0; page < EXAM_BARS_PAGES; page += 1) {
    const requestId = randomUUID()
    const question: ExamBarsQuestion = { requestId, after }
    const result = await caller.call<z.infer<typeof ExamBarsAnswer>>({
      method: 'POST',
      path: EXAM_BARS_PATH,
      question,
      answer: ExamBarsAnswer,
      isAboutQuestion: (given) => given.requestId === requestId,
    })
    if (result.kind !== 'answered') return result
    bars.push(...result.answer.bars)
    after = result.answer.next
    if (after === null) break
  }
  return { kind: 'read', bars }
}

async function report(caller: Caller, given: ExamReport): Promise<ExamReported | undefined> {
  const requestId = randomUUID()
  const question = ExamReportQuestion.safeParse({ requestId, ...given })
  if (!question.success) return undefined
  const result = await caller.call({
    method: 'POST',
    path: EXAM_REPORTS_PATH,
    question: question.data,
    answer: ExamReportAnswer,
    isAboutQuestion: (answer) => answer.requestId === requestId && answer.reportId === given.reportId,
  })
  if (result.kind !== 'answered') return result
  return { kind: 'reported', holdsProof: result.answer.holdsProof }
}

export function createExamBars(caller: Caller): ExamBars {
  return { list: () => list(caller), report: (given) => report(caller, given) }
}
