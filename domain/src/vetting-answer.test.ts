import { describe, expect, test } from 'vitest'
import { type AnswerRow, VETTING_COLUMNS, matchAnswers, parseVettingAnswer } from './vetting-answer.ts'

const HEAD = [...VETTING_COLUMNS]

describe('reading an answer file', () => {
  test('takes rows with a result; rows without one, remarks and the watermark are left out', () => {
    const { refusals, rows } = parseVettingAnswer([
      HEAD,
      ['ABC-1', '张三', '110101199003079999', 'aa11-bb22-cc33', '无犯罪记录', ''],
      ['abc-2', '李四', '', 'AA11BB22CC34', '有犯罪记录', '详见附件'],
      ['abc-3', '王五', '', 'AA11BB22CC35', '', ''],
      ['水印 9F3A', '', '', '', '以下空白', ''],
      ['', '', '', '', '', ''],
      ['abc-4', '赵六', '', '', '无法核查'],
    ])
    expect(refusals).toEqual([])
    expect(rows).toEqual([
      {
        kind: 'read',
        value: { row: 2, requestId: 'abc-1', name: '张三', code: 'AA11BB22CC33', result: 'clear', detail: '' },
      },
      {
        kind: 'read',
        value: { row: 3, requestId: 'abc-2', name: '李四', code: 'AA11BB22CC34', result: 'hit', detail: '详见附件' },
      },
      { kind: 'read', value: { row: 7, requestId: 'abc-4', name: '赵六', code: '', result: 'error', detail: '' } },
    ])
  })

  test('names every mistake of a row at once', () => {
    const { rows } = parseVettingAnswer([HEAD, ['', '张三', '', '', '没有', '长'.repeat(301)]])
    expect(rows).toEqual([
      {
        kind: 'invalid',
        row: 2,
        refusals: [
          { code: 'vetting.answer-id' },
          { code: 'vetting.answer-result' },
          { code: 'vetting.answer-detail', values: { max: 300 } },
        ],
      },
    ])
    const long = parseVettingAnswer([HEAD, ['abc-1', '张三', '', '', '无犯罪记录', '长'.repeat(301)]])
    expect(long.rows[0]).toMatchObject({ kind: 'invalid', refusals: [{ code: 'vetting.answer-detail' }] })
  })

  test('refuses a sheet without its headings or without a single result', () => {
    expect(parseVettingAnswer([['核查编号', '姓名']]).refusals).toEqual([
      { code: 'vetting.answer-columns', values: { titles: '校验码、核查结果' } },
    ])
    expect(parseVettingAnswer([]).refusals).toHaveLength(1)
    expect(parseVettingAnswer([HEAD]).refusals).toEqual([{ code: 'vetting.answer-empty' }])
  })
})

describe('matching (S-151)', () => {
  const people = ['a', 'b', 'c'].map((requestId, place) => ({
    requestId,
    name: `人${place}`,
    codes: [`C${place}`, `OLD${place}`],
    isWaiting: requestId !== 'c',
  }))
  const row = (requestId: string, more: Partial<AnswerRow> = {}): AnswerRow => {
    const place = people.findIndex((one) => one.requestId === requestId)
    return { row: 2, requestId, name: `人${place}`, code: `C${place}`, result: 'clear', detail: '', ...more }
  }
  const kindsOf = (...rows: AnswerRow[]) => matchAnswers(rows, people).mismatches.map(({ kind }) => kind)

  test('all three agree: the row is an answer, under an older key too', () => {
    const { answers, mismatches } = matchAnswers([row('a'), row('b', { code: 'OLD1' })], people)
    expect(answers.map(({ requestId }) => requestId)).toEqual(['a', 'b'])
    expect(mismatches).toEqual([])
  })

  test('one of the three differs, it comes twice, or it was answered: nothing but a line on the work list', () => {
    expect(kindsOf(row('a', { code: 'C1' }), row('b'))).toEqual(['hash-differs'])
    expect(kindsOf(row('a', { name: '旁人' }), row('b'))).toEqual(['name-differs'])
    expect(kindsOf(row('a'), row('a', { row: 3, result: 'hit' }), row('b'))).toEqual([
      'answered-twice',
      'answered-twice',
    ])
    expect(kindsOf(row('a'), row('b'), row('c'))).toEqual(['answered-before'])
    expect(matchAnswers([row('x'), row('a'), row('b')], people).mismatches).toEqual([
      { kind: 'unknown-id', row: row('x'), requestId: null },
    ])
  })

  test('who waits and is not in the file is missing', () => {
    expect(matchAnswers([row('a')], people).mismatches).toEqual([{ kind: 'missing', row: null, requestId: 'b' }])
  })
})
