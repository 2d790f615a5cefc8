import { expect, test } from 'vitest'
import { PlainError } from './plain-error.ts'
import { describeFailure } from './run-command.ts'

test('prints an error meant for people as it is', () => {
  expect(describeFailure(new PlainError('端口已被占用。', 'The port is taken.'))).toBe(
    '端口已被占用。\nThe port is taken.',
  )
})

test.each([
  ['ENOSPC', '磁盘已满'],
  ['EACCES', '没有权限'],
  ['EROFS', '只读'],
])('prints %s of the operating system as a sentence with its path', (code, sentence) => {
  const error = Object.assign(new Error(code), { code, path: '/srv/data' })
  expect(describeFailure(error)).toMatch(new RegExp(`${sentence}[^]*/srv/data`))
})

test('keeps the stack of a defect', () => {
  expect(describeFailure(new TypeError('x is not a function'))).toContain('run-command.test.ts')
})
