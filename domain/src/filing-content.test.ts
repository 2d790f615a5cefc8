import { describe, expect, test } from 'vitest'
import type { FilingContent } from '@xingtan/contract/office/filing'
import { PHOTO_RULE, filingRules, notice, planTable, scheme } from '../test/filing-example.ts'
import { emptyFiling } from './filing.ts'
import { type FilingQuestion, refuseFiling } from './filing-content.ts'

const question: FilingQuestion = {
  rules: filingRules,
  today: '2026-03-01',
  year: 2026,
  hasScan: true,
  officeHosts: ['office.localhost'],
}
const codesOf = (content: FilingContent, asked: Partial<FilingQuestion> = {}) =>
  refuseFiling(content, { ...question, ...asked }).map(({ code }) => code.slice('filing.'.length))
const valuesOf = (content: FilingContent) => refuseFiling(content, question).map(({ values }) => values)

describe('a notice to applicants or teachers (教资字〔2020〕1号 二(一)(三))', () => {
  test('is handed in with the photo rule of seed 001, and with its stamped scan', () => {
    expect(codesOf(notice)).toEqual([])
    expect(codesOf(notice, { hasScan: false })).toEqual(['scan-missing'])
  })

  test('that is empty is told everything at once', () => {
    expect(codesOf(emptyFiling('teacher-notice'), { hasScan: false })).toEqual([
      'title-missing',
      'number-missing',
      'issued-missing',
      'text-missing',
      'scan-missing',
    ])
  })

  test.each([
    ['免冠正面', '免冠正面'],
    ['白底', '白底'],
    ['200K', '不大于 200K'],
    ['近期', '近期'],
    [' 1 寸', '1 寸'],
  ])('without %s in its photo rule is named what is missing', (word, missing) => {
    const text = PHOTO_RULE.replace(word, '')
    expect(codesOf({ ...notice, text })).toEqual(['photo-rule-missing'])
    expect(valuesOf({ ...notice, text })).toEqual([{ missing }])
  })

  test('may word the photo rule otherwise; blanks and case do not matter', () => {
    const text = '请上传近 期正面免冠一寸白底照片，jpeg，不大于 200 k。'
    expect(codesOf({ ...notice, text })).toEqual([])
  })

  test('S-038: never names the address of the office, whatever its case and spacing', () => {
    const text = `${PHOTO_RULE}登录 https://Office. localhost/ 办理。`
    expect(codesOf({ ...notice, text })).toEqual(['names-office'])
  })

  test('is issued today at the latest', () => {
    expect(codesOf({ ...notice, issuedOn: '2026-03-01' })).toEqual([])
    expect(codesOf({ ...notice, issuedOn: '2026-03-02' })).toEqual(['issued-later'])
  })
})

describe('《网报及培训计划表》 (教资字〔2020〕1号 二(一), 一(五))', () => {
  test('is complete with a recognition batch and a training; registration needs no 现场确认', () => {
    expect(codesOf(planTable)).toEqual([])
  })

  test('that is empty needs a head, a batch and the yearly training', () => {
    expect(codesOf(emptyFiling('plan-table'))).toEqual(['head-missing', 'batch-missing', 'training-plan-missing'])
  })

  test('names every row that lacks something or is turned round', () => {
    const [recognition, registration] = planTable.batches
    const [training] = planTable.trainings
    if (!recognition || !registration || !training) throw new Error('no rows')
    const content: FilingContent = {
      ...planTable,
      batches: [
        { ...recognition, name: '', confirmTo: null, networkTo: '2026-03-31' },
        { ...recognition, confirmTo: '2026-04-20', networkFrom: '2025-04-01' },
        { ...registration, networkFrom: '2026-06-30' },
      ],
      trainings: [
        { ...training, to: '2026-03-09', head: '' },
        { ...training, from: '2027-01-01', to: '2027-01-02' },
      ],
    }
    expect(codesOf(content)).toEqual([
      'batch-incomplete',
      'batch-order',
      'batch-order',
      'other-year',
      'registration-spring',
      'training-incomplete',
      'training-order',
      'other-year',
    ])
    expect(valuesOf(content)[0]).toEqual({ row: 1, missing: '名称、确认结束' })
    expect(valuesOf(content)[2]).toEqual({ row: 2, span: '确认' })
  })
})

describe('实施方案 (教办师〔2020〕81号 一, 二, 四(三))', () => {
  test('is complete with leaders, stages, hospitals, points, safety and the budget said', () => {
    expect(codesOf(scheme)).toEqual([])
    expect(codesOf({ ...scheme, budgetAssured: false })).toEqual([])
  })

  test('that is empty is told everything at once', () => {
    expect(codesOf(emptyFiling('scheme'))).toEqual([
      'leaders-missing',
      'stage-missing',
      'hospital-missing',
      'point-missing',
      'safety-missing',
      'budget-missing',
    ])
  })

  test('names every row that lacks something; nought is no capacity', () => {
    const content: FilingContent = {
      ...scheme,
      stages: [{ title: '体检', from: '2026-04-02', to: '2026-04-01', responsible: '' }],
      hospitals: [{ name: '演示医院', perDay: 0 }],
      points: [{ name: '', address: '演示路 1 号', deskCount: 0 }],
    }
    expect(codesOf(content)).toEqual(['stage-incomplete', 'hospital-incomplete', 'point-incomplete', 'stage-order'])
    expect(valuesOf(content)[2]).toEqual({ row: 1, missing: '名称、窗口数' })
  })
})
