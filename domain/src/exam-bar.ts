import type { ExamBar } from '@xingtan/contract/authority/exam-bar'
import { EXAM_LIST_COLUMNS, EXAM_LIST_MAX } from '@xingtan/contract/office/exam-bar'
import type { Refusal } from '@xingtan/contract/problem'
import type { RestrictionKind } from '@xingtan/contract/restriction-kind'

const BARRING: ReadonlySet<RestrictionKind> = new Set([
  'lost',
  'revoked-fraud',
  'revoked-conduct',
  'exam-cheat',
  'licence-revoked',
])

/**
 * Whether an entry of this kind keeps a person from the national exam, so that the exam authority is told. 中小学教师资格
 * 考试暂行办法 art. 8; 教师资格条例 art. 18 to 20. 从业禁止 bars from work, not from the exam (依据待核).
 */
export function barsFromExam(kind: RestrictionKind): boolean {
  return BARRING.has(kind)
}

export interface ListedBar {
  /** Row as the spreadsheet shows it. */
  readonly row: number
  readonly bar: ExamBar
}

type Column = (typeof EXAM_LIST_COLUMNS)[number]

function toBar(cell: (title: Column) => string): ExamBar {
  return {
    name: cell('姓名'),
    documentNumber: cell('证件号码'),
    decidedOn: cell('决定日期'),
    lastBarredDay: cell('限制截止日期'),
    authority: cell('作出决定的机关'),
    decisionNumber: cell('决定文号'),
    cause: cell('事由'),
  }
}

/** Reads a sheet of the exam authority, headings first; empty rows are left out. Each row is judged later, on its own. */
export function parseExamSheet(rows: readonly (readonly string[])[]): {
  readonly refusals: readonly Refusal[]
  readonly bars: readonly ListedBar[]
} {
  const titles = (rows[0] ?? []).map((title) => title.trim())
  const missing = EXAM_LIST_COLUMNS.filter((title) => !titles.includes(title))
  if (missing.length > 0) {
    return { refusals: [{ code: 'exam-bar.columns', values: { titles: missing.join('、') } }], bars: [] }
  }
  const bars = rows.slice(1).flatMap((cells, index): ListedBar[] => {
    if (cells.every((cell) => cell.trim() === '')) return []
    return [{ row: index + 2, bar: toBar((title) => (cells[titles.indexOf(title)] ?? '').trim()) }]
  })
  if (bars.length === 0) return { refusals: [{ code: 'exam-bar.no-rows' }], bars }
  if (bars.length > EXAM_LIST_MAX) {
    return { refusals: [{ code: 'exam-bar.too-many', values: { count: EXAM_LIST_MAX } }], bars: [] }
  }
  return { refusals: [], bars }
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** What is wrong with the days of a row before the rules of the 限制库 look at it. */
export function refuseExamDays({ decidedOn, lastBarredDay }: ExamBar): Refusal[] {
  const days = [
    ['决定日期', decidedOn],
    ['限制截止日期', lastBarredDay],
  ] as const
  return days.flatMap(([title, day]) => (DAY.test(day) ? [] : [{ code: 'exam-bar.day' as const, values: { title } }]))
}
