import { randomUUID } from 'node:crypto'
import type { DifferingField, Subject } from '@xingtan/contract/authority/envelope'
import { subjectText } from '@xingtan/contract/authority/request-signature'
import type { Outcome } from '@xingtan/domain/outcome'
import type { z } from 'zod'
import { hmac } from './http.ts'
import type { Caller } from './http.ts'

/** Whom a question is about: real name and resident number as the account holds them. */
export interface AskedPerson {
  readonly name: string
  readonly documentNumber: string
}

type PersonAnswer<Facts> = { requestId: string; subject: Subject } & (
  | { result: 'MATCH'; record: Facts }
  | { result: 'MISMATCH'; fields: DifferingField[] }
  | { result: 'NOT_FOUND' }
)

export interface PersonCall<Question, Facts> {
  readonly path: string
  readonly question: z.ZodType<Question>
  readonly answer: z.ZodType<PersonAnswer<Facts>>
  readonly person: AskedPerson
  /** Fields of the question beside the person, such as a certificate number. */
  readonly more?: Readonly<Record<string, string>>
}

/** Whether a subject is the person asked about: the same name and the same hash of the number (S-151). */
export function isAbout(caller: Caller, person: AskedPerson, questionId: string, subject: Subject): boolean {
  const expected = hmac(caller.sharedKey, subjectText(questionId, person.documentNumber))
  return subject.name === person.name && subject.numberHash === expected
}

/** Asks one authority about one person and gives one of the five outcomes; never throws (INT-1). */
export async function askAboutPerson<Question, Facts>(
  caller: Caller,
  { path, question, answer, person, more }: PersonCall<Question, Facts>,
): Promise<Outcome<Facts>> {
  const requestId = randomUUID()
  const { name, documentNumber } = person
  const asked = { requestId, name, documentNumber, ...more }
  // A number no certificate can have is in no register: the source need not be asked.
  if (!question.safeParse(asked).success) return { kind: 'not-found' }
  const result = await caller.call({
    method: 'POST',
    path,
    question: asked,
    answer,
    isAboutQuestion: (given) => given.requestId === requestId && isAbout(caller, person, requestId, given.subject),
  })
  if (result.kind !== 'answered') return result
  const given = result.answer
  if (given.result === 'MATCH') return { kind: 'match', facts: given.record }
  if (given.result === 'MISMATCH') return { kind: 'mismatch', fields: given.fields }
  return { kind: 'not-found' }
}
