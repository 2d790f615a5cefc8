import { IDENTITY_PATH, IdentityQuestion } from '@xingtan/contract/authority/police-identity'
import { answerAbout, findAt } from '../wire/answer-about.ts'
import type { Finding } from '../wire/answer-about.ts'
import { serve } from '../wire/serve.ts'
import type { Sandbox } from '../wire/serve.ts'

/** Stands in for 公安实名核验. */
export function servePoliceIdentity(sandbox: Sandbox): void {
  const find = ({ name, documentNumber }: IdentityQuestion): Finding => {
    const person = sandbox.world.find(documentNumber)
    if (person?.police === 'unknown') return { result: 'NOT_FOUND' }
    if (person?.police === 'cancelled') return { result: 'MISMATCH', fields: ['status'] }
    return findAt(person, 'police-identity', name, person && { sex: person.sex, birthOn: person.birthOn })
  }
  serve(sandbox, {
    authority: 'police-identity',
    method: 'POST',
    path: IDENTITY_PATH,
    question: IdentityQuestion,
    answer: (question) => answerAbout(sandbox, question, find(question)),
    isDown: ({ documentNumber }) => sandbox.world.find(documentNumber)?.downAt.includes('police-identity') ?? false,
  })
}
