import type { MismatchKind } from '@xingtan/contract/office/vetting'
import type { Refusal } from '@xingtan/contract/problem'
import { foldNameForMatching } from './person-name.ts'

/** Headings of the list that goes to a police office and comes back with the result filled in, in their order. */
export const VETTING_COLUMNS = ['核查编号', '姓名', '证件号码', '校验码', '核查结果', '说明'] as const

/** Headings an answer must have; the document number may be struck out before the file comes back. */
const ANSWER_COLUMNS = ['核查编号', '姓名', '校验码', '核查结果'] as const

/** Begins the line of a list that says whose copy it is. */
export const WATERMARK_WORD = '水印'

const RESULTS = new Map([
  ['无犯罪记录', 'clear' as const],
  ['有犯罪记录', 'hit' as const],
  ['无法核查', 'error' as const],
])

/** One row as the police office wrote it. */
export interface AnswerRow {
  /** As the spreadsheet counts, headings included. */
  readonly row: number
  readonly requestId: string
  readonly name: string
  readonly code: string
  readonly result: 'clear' | 'hit' | 'error'
  readonly detail: string
}

export type ParsedAnswerRow =
  | { readonly kind: 'read'; readonly value: AnswerRow }
  | { readonly kind: 'invalid'; readonly row: number; readonly refusals: readonly Refusal[] }

const DETAIL_MAX = 300

function parseRow(row: number, cellOf: (title: string) => string): ParsedAnswerRow | undefined {
  const requestId = cellOf('核查编号').normalize('NFKC').toLowerCase()
  const said = cellOf('核查结果')
  // A person without a result has not been answered; a line without a person is a remark of the sheet.
  if (requestId.startsWith(WATERMARK_WORD) || said === '') return undefined
  const result = RESULTS.get(said)
  const detail = cellOf('说明')
  const refusals: Refusal[] = [
    ...(requestId === '' ? [{ code: 'vetting.answer-id' as const }] : []),
    ...(result === undefined ? [{ code: 'vetting.answer-result' as const }] : []),
    ...(detail.length > DETAIL_MAX ? [{ code: 'vetting.answer-detail' as const, values: { max: DETAIL_MAX } }] : []),
  ]
  if (refusals.length > 0 || result === undefined) return { kind: 'invalid', row, refusals }
  const code = cellOf('校验码')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\dA-F]/g, '')
  return { kind: 'read', value: { row, requestId, name: cellOf('姓名'), code, result, detail } }
}

/** Reads the rows of an answer file, headings first; rows without a result are people who still wait. */
export function parseVettingAnswer(rows: readonly (readonly string[])[]): {
  readonly refusals: readonly Refusal[]
  readonly rows: readonly ParsedAnswerRow[]
} {
  const titles = (rows[0] ?? []).map((title) => title.trim())
  const missing = ANSWER_COLUMNS.filter((title) => !titles.includes(title))
  if (missing.length > 0)
    return { refusals: [{ code: 'vetting.answer-columns', values: { titles: missing.join('、') } }], rows: [] }
  const parsed = rows
    .slice(1)
    .map((cells, index) => parseRow(index + 2, (title) => (cells[titles.indexOf(title)] ?? '').trim()))
    .filter((one) => one !== undefined)
  return { refusals: parsed.length === 0 ? [{ code: 'vetting.answer-empty' }] : [], rows: parsed }
}

/** A person of the batch, as the system knows them. */
export interface AskedPerson {
  readonly requestId: string
  readonly name: string
  /** Codes the number may stand under: one for each key in use. */
  readonly codes: readonly string[]
  readonly isWaiting: boolean
}

export interface AnswerMismatch {
  readonly kind: MismatchKind
  readonly row: AnswerRow | null
  readonly requestId: string | null
}

export interface MatchedAnswers {
  readonly answers: readonly AnswerRow[]
  readonly mismatches: readonly AnswerMismatch[]
}

function faultOf(
  row: AnswerRow,
  person: AskedPerson | undefined,
  rows: readonly AnswerRow[],
): MismatchKind | undefined {
  if (person === undefined) return 'unknown-id'
  if (rows.filter(({ requestId }) => requestId === row.requestId).length > 1) return 'answered-twice'
  if (!person.codes.includes(row.code)) return 'hash-differs'
  if (foldNameForMatching(person.name) !== foldNameForMatching(row.name)) return 'name-differs'
  return person.isWaiting ? undefined : 'answered-before'
}

/**
 * Which rows answer whom: by request id, hash of the number and name together. Whatever differs in one of the three,
 * comes twice or has been answered before changes nothing and goes on the work list, as does who still waits and is
 * not in the file (S-151, DEC-1).
 */
export function matchAnswers(rows: readonly AnswerRow[], people: readonly AskedPerson[]): MatchedAnswers {
  const byId = new Map(people.map((person) => [person.requestId, person]))
  const judged = rows.map((row) => ({ row, fault: faultOf(row, byId.get(row.requestId), rows) }))
  const named = new Set(rows.map(({ requestId }) => requestId))
  const missing = people.filter(({ requestId, isWaiting }) => isWaiting && !named.has(requestId))
  return {
    answers: judged.filter(({ fault }) => fault === undefined).map(({ row }) => row),
    mismatches: [
      ...judged.flatMap(({ row, fault }): AnswerMismatch[] =>
        fault === undefined ? [] : [{ kind: fault, row, requestId: fault === 'unknown-id' ? null : row.requestId }],
      ),
      ...missing.map(({ requestId }): AnswerMismatch => ({ kind: 'missing', row: null, requestId })),
    ],
  }
}
