import { expect, it } from 'vitest'
import { Problem } from './problem.ts'
import { readSheetRows } from './sheet-rows.ts'
import { writeSheet } from './sheet.ts'

it('gives the rows of a good sheet and stops with a sentence at any other file', () => {
  const file = writeSheet({ name: '名单', columns: [{ title: '姓名' }], rows: [['张三']] })
  expect(readSheetRows(file)).toEqual([['姓名'], ['张三']])
  expect(() => readSheetRows(Buffer.from('%PDF-1.7'))).toThrow(Problem)
  expect(() => readSheetRows(Buffer.from('%PDF-1.7'))).toThrow('file.sheet-unreadable')
})
