import type { AuthorityName } from '@xingtan/contract/authority/authority-name'
import type { DifferingField } from '@xingtan/contract/authority/envelope'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { nameAt } from '../world.ts'
import type { Sandbox } from './serve.ts'
import { hashNumber } from './signature.ts'

export interface PersonQuestion {
  readonly requestId: string
  readonly name: string
  readonly documentNumber: string
}

export type Finding =
  | { readonly result: 'MATCH'; readonly record: unknown }
  | { readonly result: 'MISMATCH'; readonly fields: readonly DifferingField[] }
  | { readonly result: 'NOT_FOUND' }

/** Head of every answer about one person. */
export function answerAbout(sandbox: Sandbox, question: PersonQuestion, finding: Finding) {
  const { requestId, name, documentNumber } = question
  return {
    requestId,
    answeredAt: sandbox.clock.now().toISOString(),
    subject: { name, numberHash: hashNumber(sandbox.sharedKey, requestId, documentNumber) },
    ...finding,
  }
}

/** NOT_FOUND without a record, MISMATCH when the source knows another name, else MATCH. */
export function findAt(
  person: SandboxPerson | undefined,
  authority: AuthorityName,
  name: string,
  record: unknown,
): Finding {
  if (person === undefined || record === undefined || record === null) return { result: 'NOT_FOUND' }
  if (nameAt(person, authority) !== name) return { result: 'MISMATCH', fields: ['name'] }
  return { result: 'MATCH', record }
}
