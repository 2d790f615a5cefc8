import { describe, expect, test } from 'vitest'
import { EXAM_LIST_COLUMNS } from '@xingtan/contract/office/exam-bar'
import { RestrictionKind } from '@xingtan/contract/restriction-kind'
import { barsFromExam, parseExamSheet, refuseExamDays } from './exam-bar.ts'

const ROW = ['赵杏坛', '330802199912249970', '2026-10-01', '2029-09-30', '演示考试院', '演示考罚1号', '携带通讯工具。']
const codes = (rows: readonly (readonly string[])[]) => parseExamSheet(rows).refusals.map(({ code }) => code)

describe('lists of the exam authority (INT-4)', () => {
  test('are read by their headings in any order, empty rows left out', () => {
    const titles = [...EXAM_LIST_COLUMNS].toReversed()
    const { bars } = parseExamSheet([titles, ROW.toReversed(), ['', ' '], ROW.toReversed()])
    expect(bars.map(({ row }) => row)).toEqual([2, 4])
    expect(bars[0]?.bar).toMatchObject({ name: '赵杏坛', lastBarredDay: '2029-09-30', decisionNumber: '演示考罚1号' })
  })

  test('without a column, without rows or with too many are refused', () => {
    expect(codes([])).toEqual(['exam-bar.columns'])
    expect(codes([EXAM_LIST_COLUMNS.slice(1)])).toEqual(['exam-bar.columns'])
    expect(codes([EXAM_LIST_COLUMNS])).toEqual(['exam-bar.no-rows'])
    expect(codes([EXAM_LIST_COLUMNS, ...Array.from({ length: 1001 }, () => ROW)])).toEqual(['exam-bar.too-many'])
    expect(codes([EXAM_LIST_COLUMNS, ROW.slice(0, 3)])).toEqual([])
  })

  test('a day that is none is said by its title', () => {
    const bar = parseExamSheet([EXAM_LIST_COLUMNS, ROW]).bars[0]?.bar
    if (bar === undefined) throw new Error('no row')
    expect(refuseExamDays(bar)).toEqual([])
    expect(refuseExamDays({ ...bar, decidedOn: '2026/10/1' })).toEqual([
      { code: 'exam-bar.day', values: { title: '决定日期' } },
    ])
  })

  test('every kind but 从业禁止 keeps a person from the exam', () => {
    expect(RestrictionKind.options.filter((kind) => !barsFromExam(kind))).toEqual(['work-ban'])
  })
})
