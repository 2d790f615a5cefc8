import {
  EXAM_BARS_PAGE,
  EXAM_BARS_PATH,
  EXAM_REPORTS_PATH,
  type ExamBar,
  ExamBarsQuestion,
  ExamReportQuestion,
} from '@xingtan/contract/authority/exam-bar'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import type { Sandbox } from '../wire/serve.ts'
import { serve } from '../wire/serve.ts'
import { nameAt } from '../world.ts'

const DAY_MS = 86_400_000

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)
}

/** The bar of a person who cheated, as the exam authority has decided it. */
function toBar(person: SandboxPerson): ExamBar[] {
  const { restriction } = person
  if (restriction?.kind !== 'exam-cheat' || restriction.endsOn === null) return []
  return [
    {
      name: nameAt(person, 'exam'),
      documentNumber: person.number,
      decidedOn: restriction.startsOn,
      lastBarredDay: dayBefore(restriction.endsOn),
      authority: '演示省教育考试院',
      decisionNumber: `演示考罚〔${restriction.startsOn.slice(0, 4)}〕${person.number.slice(-6, -1)}号`,
      cause: '在国家教师资格考试中携带通讯工具。',
    },
  ]
}

/** Stands in for the exchange of exam bars: hands out its own, takes in those of this side. */
export function serveExamBars(sandbox: Sandbox): void {
  const { world, clock } = sandbox
  serve(sandbox, {
    authority: 'exam',
    method: 'POST',
    path: EXAM_BARS_PATH,
    question: ExamBarsQuestion,
    answer: ({ requestId, after }) => {
      const from = after === null ? 0 : Number(after)
      const all = world.list().flatMap(toBar)
      const next = from + EXAM_BARS_PAGE < all.length ? String(from + EXAM_BARS_PAGE) : null
      const answeredAt = clock.now().toISOString()
      return { requestId, answeredAt, bars: all.slice(from, from + EXAM_BARS_PAGE), next }
    },
  })
  serve(sandbox, {
    authority: 'exam',
    method: 'POST',
    path: EXAM_REPORTS_PATH,
    question: ExamReportQuestion,
    answer: ({ requestId, reportId, documentNumber }) => {
      const today = clock.today()
      const holdsProof = world.find(documentNumber)?.proofs.some(({ validUntil }) => validUntil >= today) === true
      return { requestId, answeredAt: clock.now().toISOString(), reportId, holdsProof }
    },
  })
}
