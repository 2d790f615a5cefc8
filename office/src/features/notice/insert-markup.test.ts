import { expect, test } from 'vitest'
import { insertMarkup } from './insert-markup.ts'

test('puts a mark around what is chosen', () => {
  expect(insertMarkup({ text: '请本人办理', start: 1, end: 3 }, 'bold').text).toBe('请**本人**办理')
  expect(insertMarkup({ text: '请看公告', start: 2, end: 4 }, 'link').text).toBe('请看[公告](https://)')
})

test('puts blocks on lines of their own, with an empty line between, and chooses what was put', () => {
  const { text, start, end } = insertMarkup({ text: '前\n后', start: 2, end: 2 }, 'heading')
  expect(text).toBe('前\n\n## 小标题\n\n后')
  expect(text.slice(start, end)).toBe('## 小标题')
  expect(insertMarkup({ text: '甲\n乙', start: 0, end: 3 }, 'numbers').text).toBe('1. 甲\n2. 乙')
  expect(insertMarkup({ text: '', start: 0, end: 0 }, 'table').text).toContain('| --- | --- |')
})
