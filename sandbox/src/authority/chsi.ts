import {
  DEGREE_PATH,
  DegreeQuestion,
  EDUCATION_PATH,
  ENROLMENT_PATH,
  EducationQuestion,
  EnrolmentQuestion,
} from '@xingtan/contract/authority/chsi'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { answerAbout, findAt } from '../wire/answer-about.ts'
import type { Finding } from '../wire/answer-about.ts'
import { serve } from '../wire/serve.ts'
import type { Sandbox } from '../wire/serve.ts'

type Records = (person: SandboxPerson) => ReadonlyArray<{ readonly certificateNumber: string }>

/** By certificate number: somebody else's certificate is a mismatch, an unknown one is not found. */
function findCertificate(sandbox: Sandbox, question: EducationQuestion, records: Records): Finding {
  const { name, documentNumber, certificateNumber } = question
  const holder = sandbox.world.findHolder(certificateNumber)
  const record = holder && records(holder).find((one) => one.certificateNumber === certificateNumber)
  if (!holder || !record) return { result: 'NOT_FOUND' }
  if (holder.number === documentNumber) return findAt(holder, 'chsi', name, record)
  return { result: 'MISMATCH', fields: holder.name === name ? ['documentNumber'] : ['name', 'documentNumber'] }
}

/** Stands in for 学信网: 学籍, 学历 and 学位. */
export function serveChsi(sandbox: Sandbox): void {
  const { world } = sandbox
  const common = {
    authority: 'chsi',
    method: 'POST',
    isDown: ({ documentNumber }: EnrolmentQuestion) => world.find(documentNumber)?.downAt.includes('chsi') ?? false,
  } as const
  serve(sandbox, {
    ...common,
    path: ENROLMENT_PATH,
    question: EnrolmentQuestion,
    answer: (question) => {
      const person = world.find(question.documentNumber)
      return answerAbout(sandbox, question, findAt(person, 'chsi', question.name, person?.enrolment))
    },
  })
  serve(sandbox, {
    ...common,
    path: EDUCATION_PATH,
    question: EducationQuestion,
    answer: (question) =>
      answerAbout(
        sandbox,
        question,
        findCertificate(sandbox, question, (person) => person.educations),
      ),
  })
  serve(sandbox, {
    ...common,
    path: DEGREE_PATH,
    question: DegreeQuestion,
    answer: (question) =>
      answerAbout(
        sandbox,
        question,
        findCertificate(sandbox, question, (person) => person.degrees),
      ),
  })
}
