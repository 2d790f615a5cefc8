import { expect, test } from 'vitest'
import { toCsv } from './to-csv.ts'

const line = (text: string) =>
  toCsv([[text]])
    .slice(1)
    .trimEnd()

test('begins with the mark that lets spreadsheet programs read Chinese', () => {
  expect(toCsv([['报名号', '姓名']])).toBe('\uFEFF"报名号","姓名"\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1', '|cmd', '%0'])(
  'makes %j inert, so that nothing runs when the file is opened',
  (text) => {
    expect(line(text)).toBe(`"'${text}"`)
  },
)

test('doubles quotes, so that a cell cannot end early', () => {
  expect(line('甲","=1')).toBe('"甲"",""=1"')
})

test('keeps every digit of a certificate number', () => {
  expect(toCsv([['20263308012000001']])).toBe('\uFEFF"20263308012000001\t"\r\n')
})
