import { expect, test } from 'vitest'
import { cleanCode, cleanNumber, cleanPhone } from './clean-digits.ts'

test.each([
  ['199 0000 0001', '19900000001'],
  ['+86 199-0000-0001', '19900000001'],
  ['１９９００００００１１', '19900000011'],
  ['8613', '8613'],
])('reads the phone number out of %j', (text, phone) => {
  expect(cleanPhone(text)).toBe(phone)
})

test.each([
  [' 123 456 ', '123456'],
  ['您正在注册账号，验证码 123456，10:45 前有效。', '123456'],
  ['12345', '12345'],
])('reads the code out of %j', (text, code) => {
  expect(cleanCode(text)).toBe(code)
})

test('reads a document number with gaps and a small x', () => {
  expect(cleanNumber(' 33060219980919 996x ')).toBe('33060219980919996X')
})
