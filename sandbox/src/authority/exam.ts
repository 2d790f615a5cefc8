import { EXAM_PROOFS_PATH, ExamProofsQuestion } from '@xingtan/contract/authority/exam'
import { answerAbout, findAt } from '../wire/answer-about.ts'
import { serve } from '../wire/serve.ts'
import type { Sandbox } from '../wire/serve.ts'

/** Stands in for the exam authority: proofs of a person, expired ones too. */
export function serveExam(sandbox: Sandbox): void {
  const { world } = sandbox
  serve(sandbox, {
    authority: 'exam',
    method: 'POST',
    path: EXAM_PROOFS_PATH,
    question: ExamProofsQuestion,
    answer: (question) => {
      const person = world.find(question.documentNumber)
      const record = person && person.proofs.length > 0 ? { proofs: person.proofs } : undefined
      return answerAbout(sandbox, question, findAt(person, 'exam', question.name, record))
    },
    isDown: ({ documentNumber }) => world.find(documentNumber)?.downAt.includes('exam') ?? false,
  })
}
