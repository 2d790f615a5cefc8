import { PUTONGHUA_PATH, PutonghuaQuestion } from '@xingtan/contract/authority/putonghua'
import { answerAbout, findAt } from '../wire/answer-about.ts'
import { serve } from '../wire/serve.ts'
import type { Sandbox } from '../wire/serve.ts'

/** Stands in for the national Putonghua results. */
export function servePutonghua(sandbox: Sandbox): void {
  const { world } = sandbox
  serve(sandbox, {
    authority: 'putonghua',
    method: 'POST',
    path: PUTONGHUA_PATH,
    question: PutonghuaQuestion,
    answer: (question) => {
      const person = world.find(question.documentNumber)
      const record = person?.putonghua.find((result) => result.certificateNumber === question.certificateNumber)
      return answerAbout(sandbox, question, findAt(person, 'putonghua', question.name, record))
    },
    isDown: ({ documentNumber }) => world.find(documentNumber)?.downAt.includes('putonghua') ?? false,
  })
}
