import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskDocumentNumber, maskEmail, maskName, maskPhone } from './mask.ts'

test.each([
  ['330802199912249970', '330802********9970'],
  ['81000019900101997X', '810000********997X'],
  ['330802991224997', '330802*****4997'],
  ['H01234567', 'H*****567'],
  ['01234567', '0****567'],
  ['0123456', '*******'],
  ['', ''],
])('masks the document number %s as %s', (number, masked) => {
  expect(maskDocumentNumber(number)).toBe(masked)
})

test.each([
  ['13812345678', '138****5678'],
  ['057088880000', '********0000'],
  ['888800001', '*****0001'],
  ['88880000', '********'],
  ['', ''],
])('masks the phone %s as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
})

test.each([
  ['张明', '张*'],
  ['张小明', '张*明'],
  ['欧阳娜娜', '欧**娜'],
  ['阿布都·热合曼', '阿*****曼'],
  ['𠅤', '*'],
  ['张𠅤', '张*'],
  ['𠅤明𫖯', '𠅤*𫖯'],
  ['葛\u{E0100}小明', '葛\u{E0100}*明'],
  ['', ''],
])('S-101 masks the name %s as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test.each([
  ['zhang.ming@example.cn', 'z***@example.cn'],
  ['z@example.cn', '***@example.cn'],
  ['@example.cn', '***@example.cn'],
  ['"a@b"@example.cn', '"***@example.cn'],
  ['not an address', '***'],
])('masks the e-mail address %s as %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked)
})

test('hides at least a third of every document number', () => {
  const number = fc.stringMatching(/^[A-Z\d]{1,18}$/)
  fc.assert(
    fc.property(number, (text) => {
      const stars = maskDocumentNumber(text).split('*').length - 1
      expect(stars * 3).toBeGreaterThanOrEqual(text.length)
    }),
  )
})
