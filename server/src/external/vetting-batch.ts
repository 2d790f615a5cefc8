import { randomUUID } from 'node:crypto'
import { BatchAccepted, BatchAnswer } from '@xingtan/contract/authority/batch'
import type { BatchRowAnswer, VettingResult } from '@xingtan/contract/authority/batch'
import type { Trouble } from '@xingtan/domain/outcome'
import { isAbout } from './ask-about-person.ts'
import type { AskedPerson } from './ask-about-person.ts'
import type { Caller } from './http.ts'

/** One person of a bulk question; `rowId` is unique for ever (eight to sixty-four letters, digits, `-` or `_`). */
export interface VettingRow extends AskedPerson {
  readonly rowId: string
}

export type BatchSubmitted = { readonly kind: 'accepted'; readonly batchId: string } | Trouble

export type BatchRead =
  | { readonly kind: 'pending' }
  | { readonly kind: 'done'; readonly rows: ReadonlyArray<{ readonly rowId: string; readonly result: VettingResult }> }
  | Trouble

/** Hands in a bulk question; repeating the same request id is the same batch. */
export async function submitBatch(
  caller: Caller,
  path: string,
  question: { readonly requestId: string; readonly rows: readonly unknown[] },
): Promise<BatchSubmitted> {
  const result = await caller.call({
    method: 'POST',
    path,
    question,
    answer: BatchAccepted,
    isAboutQuestion: (given) => given.requestId === question.requestId && given.acceptedRows === question.rows.length,
  })
  if (result.kind !== 'answered') return result
  return { kind: 'accepted', batchId: result.answer.batchId }
}

/**
 * Reads the answer of a batch. `rows` are the people who were asked about: an answer that lacks one, adds one or is
 * about somebody else is rejected whole, since a source that mixes up one row cannot be trusted with the others (S-151).
 */
export async function readBatch(
  caller: Caller,
  path: string,
  { batchId, rows }: { readonly batchId: string; readonly rows: readonly VettingRow[] },
): Promise<BatchRead> {
  const requestId = randomUUID()
  const result = await caller.call({
    method: 'GET',
    path: `${path}/${encodeURIComponent(batchId)}?requestId=${requestId}`,
    answer: BatchAnswer,
    isAboutQuestion: (given) =>
      given.requestId === requestId &&
      given.batchId === batchId &&
      (given.state === 'pending' || areAboutRows(caller, rows, given.rows)),
  })
  if (result.kind !== 'answered') return result
  if (result.answer.state === 'pending') return { kind: 'pending' }
  return { kind: 'done', rows: result.answer.rows.map(({ rowId, result: found }) => ({ rowId, result: found })) }
}

function areAboutRows(caller: Caller, asked: readonly VettingRow[], given: readonly BatchRowAnswer[]): boolean {
  const byId = new Map(given.map((row) => [row.rowId, row]))
  if (byId.size !== given.length || given.length !== asked.length) return false
  return asked.every((row) => {
    const answer = byId.get(row.rowId)
    return answer !== undefined && isAbout(caller, row, row.rowId, answer.subject)
  })
}
